// Sets the theme before the first paint: the one chosen before, else the system's.
(() => {
  const chosen = document.cookie.match(/(?:^|; )theme=(light|dark)(?:;|$)/);
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = chosen ? chosen[1] : system;
  const root = document.documentElement;
  root.dataset.bsTheme = theme;
  root.dataset.agThemeMode = theme;
  if (!chosen) document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
})();
