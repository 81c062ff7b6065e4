"""The page that asks for the password: no script, no file, so that nothing else need be open."""

from html import escape

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sign in – {brand}</title>
<link rel="icon" href="data:,">
<style>{variables}{style}</style>
</head>
<body>
<main>
<h1>{brand}</h1>
<form method="post" action="{action}">
<input name="username" value="{brand}" autocomplete="username" hidden>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required autofocus{described}>
{notice}<button type="submit">Sign in</button>
</form>
</main>
</body>
</html>
"""
NOTICE = '<p id="notice" role="alert">{notice}</p>\n'
DESCRIBED = ' aria-invalid="true" aria-describedby="notice"'
STYLE = """
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--nm-canvas,Canvas);color:var(--nm-ink-2,CanvasText);
font:14px/20px system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif}
main{width:min(360px,calc(100vw - 32px));padding:28px;background:var(--nm-surface,Canvas);
border:1px solid var(--nm-line,GrayText);border-radius:10px}
h1{margin:0 0 20px;font-size:20px;line-height:26px;font-weight:650;
letter-spacing:-.018em;color:var(--nm-ink,CanvasText)}
label{display:block;margin-bottom:4px;font-size:13px;color:var(--nm-ink,CanvasText)}
input,button{width:100%;height:40px;padding:0 12px;font:inherit;border-radius:7px}
input{background:var(--nm-surface,Canvas);color:var(--nm-ink,CanvasText);
border:1px solid var(--nm-line-strong,GrayText)}
button{margin-top:16px;font-weight:600;color:var(--nm-on-accent,Canvas);
background:var(--nm-accent,LinkText);border:0;cursor:pointer}
p{margin:8px 0 0;font-size:12.5px;line-height:18px;color:var(--nm-bad,CanvasText)}
:focus-visible{outline:2px solid var(--nm-accent,LinkText);outline-offset:2px}
"""


def page(brand: str, action: str, notice: str = "", variables: str = "") -> str:
    """The page; `action` is where the form goes, `notice` why it is shown again.

    `variables` is CSS that sets the --nm- variables for both colour schemes; without it the system's colours show.
    """
    return PAGE.format(
        brand=escape(brand),
        action=escape(action),
        notice=NOTICE.format(notice=escape(notice)) if notice else "",
        described=DESCRIBED if notice else "",
        variables=variables,
        style=STYLE,
    )
