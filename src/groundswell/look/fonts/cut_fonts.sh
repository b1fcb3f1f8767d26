#!/bin/sh
# Cuts the web fonts and the print fonts out of the published family.
# For whoever updates the family; nobody needs it to run Groundswell.
# Needs npm, and fonttools with brotli (pip install "fonttools[woff]").
#   sh src/groundswell/look/fonts/cut_fonts.sh
set -eu
VERSION=5.3.0
HERE=$(cd "$(dirname "$0")" && pwd)
WEB="$HERE/../static/look/fonts"
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
cd "$WORK"
npm pack --silent "@fontsource-variable/atkinson-hyperlegible-next@$VERSION" >/dev/null
tar xzf ./*.tgz
mkdir -p "$WEB"

# The letters Welsh needs beyond Latin-1 travel in a file of their own (2 kB),
# so that a Welsh name does not fetch the whole of Latin Extended.
WELSH=0174,0175,0176,0177,0178,1E80,1E81,1E82,1E83,1E84,1E85,1EF2,1EF3
EXTENDED=0100-0130,0132-0151,0154-0173,0179-017F,0192,0218-021B,0237,02C7,02C9,02DD,1E9E,2020,20B9,2113

for part in latin latin-ext; do
  source="package/files/atkinson-hyperlegible-next-$part-wght-normal.woff2"
  fonttools varLib.instancer -q "$source" wght=400:700 -o "$part.ttf"
  for weight in 400 700; do
    fonttools varLib.instancer -q --update-name-table "$source" "wght=$weight" -o "$part-$weight.ttf"
  done
done

cut() { # source, letters, name
  pyftsubset "$1" --unicodes="$2" --output-file="$WEB/atkinson-next-$3.woff2" --flavor=woff2 \
    --layout-features=kern,ccmp,locl,pnum,tnum,mark,mkmk --no-hinting --name-IDs=0,1,2,13,14
}
cut latin.ttf "0-FF,102,131,152-153,2C6,2DA,2DC,300-304,308,2000-206F,20AC,2122,2212,2215" latin
cut latin-ext.ttf "$WELSH" welsh
cut latin-ext.ttf "$EXTENDED" extended

# Typst reads no woff2 and sees one file a style: both ranges merged, fixed weights.
for style in Regular:400 Bold:700; do
  weight=${style#*:}
  pyftmerge --output-file="merged-$weight.ttf" --drop-tables=STAT "latin-$weight.ttf" "latin-ext-$weight.ttf"
  pyftsubset "merged-$weight.ttf" --unicodes='*' --layout-features='*' --no-hinting \
    --output-file="$HERE/AtkinsonHyperlegibleNext-${style%:*}.ttf"
done
cp package/LICENSE "$HERE/LICENSE-atkinson-hyperlegible-next.txt"
