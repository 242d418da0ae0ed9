#!/bin/sh
# Find a Chromium for the browser tests, or install Debian's where that is allowed.
# CHROMIUM=/path names another; BROWSER=skip does without.
[ "${BROWSER:-}" = skip ] && exit 0
[ -n "${CHROMIUM:-}" ] && [ -x "$CHROMIUM" ] && exit 0
for name in chromium chromium-browser; do
    command -v "$name" >/dev/null 2>&1 && exit 0
done
if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    as_root=none
fi
if [ "$as_root" != none ] && command -v apt-get >/dev/null 2>&1; then
    echo "· Chromium: cài bằng apt-get / installed by apt-get"
    log=$(mktemp)
    if $as_root apt-get -qq update >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends chromium \
            >>"$log" 2>&1; then
        rm -f "$log"
        exit 0
    fi
    tail -n 3 "$log" >&2
    rm -f "$log"
fi
echo "Không có Chromium và không cài được: hãy cài gói chromium, hoặc chạy 'make test BROWSER=skip' /" \
    "No Chromium here and none can be installed: install the package chromium, or run 'make test BROWSER=skip'" >&2
exit 1
