#!/bin/sh
# Asks nginx for every page and for all that pages use (style sheets, fonts, scripts, pictures and other files, cards), once
# for each encoding, so that nothing depends on a visitor having been there before. Run it after the first start and after
# each update:
#
#   deploy/nginx/fill-copies.sh https://www.aalborg.dk
#
# It prints the paths. What comes after the address goes to curl, e.g. `--resolve www.aalborg.dk:443:127.0.0.1`. Ends with 1 if an address that a
# page names does not answer 200.
set -eu
site=${1:?Name the site, e.g. https://www.aalborg.dk}
shift
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
: >"$work/done"

# Fetches the paths in a file, in some encoding, over few connections. What does not answer 200 or redirects is told.
fetch() {
  encoding=$1 paths=$2
  shift 2
  sed "s|.*|url = \"$site&\"\\noutput = \"-\"|" "$paths" |
    curl --silent --globoff --header "Accept-Encoding: $encoding" --config - \
      --write-out '\n%{stderr}%{http_code} %{url_effective}\n' "$@" 2>"$work/statuses" |
    tr -d '\000' || true
  grep -vE '^(200|30[178]) ' "$work/statuses" >>"$work/failed" || true
}

# The paths of this site that a text names, without what is made anew for each request and what only editors see.
named_paths() {
  grep -aoE '(href|src|srcset|content)="[^"]*"|url\([^)]*\)|<loc>[^<]*' |
    sed -E "s/^[a-z]+=\"//; s/\"\$//; s/^url\\([\"']?//; s/[\"']?\\)\$//; s/^<loc>//; s/&amp;/\\&/g" |
    sed -E 's/, +/\n/g' | sed -E 's/ .*//; s/#.*//' |
    sed "s|^$site||; s|^\$|/|" |
    { grep -E '^/([^/]|$)' || true; } |
    awk '/^\/api\/media\/file\// || !/^\/(api|admin|soeg|aktindsigt\/frist)([\/?]|$)/'
}

printf '%s\n' / /robots.txt /sitemap.xml /favicon.svg >"$work/new"
while [ -s "$work/new" ]; do
  fetch identity "$work/new" "$@" | named_paths | sort -u >"$work/named"
  sort -u "$work/done" "$work/new" -o "$work/done"
  comm -13 "$work/done" "$work/named" >"$work/new"
done
for encoding in gzip br; do fetch "$encoding" "$work/done" "$@" >/dev/null; done

cat "$work/done"
echo "$(wc -l <"$work/done") addresses have their copies."
if [ -s "$work/failed" ]; then
  sort -u "$work/failed" >&2
  exit 1
fi
