#!/usr/bin/env bash
# Proves that a bare Linux machine prints: one with Node and this project after `npm ci`, and nothing else. No Chromium,
# no NSS libraries, no fontconfig, no fonts, no HOME. Builds a minimal Debian in a scratch folder, publishes the
# newspaper in it, and looks for every word of every story in its PDF.
#
#   sudo test/bare-machine/prove.sh [DEBIAN-SUITE]
#
# Needs root (for chroot), debootstrap and Debian's mirror; about 1.5 GB of disk and two minutes.
set -euo pipefail

suite="${1:-bookworm}"
home="$(cd "$(dirname "$0")/../.." && pwd)"

stop() {
  echo "prove.sh: $*" >&2
  exit 2
}

[ "$(uname -sm)" = 'Linux x86_64' ] || stop 'this proof is for Linux on x64, where npm ci brings the browser.'
[ "$(id -u)" = 0 ] || stop 'root is needed to enter the bare machine (chroot). Run it with sudo.'
command -v debootstrap >/dev/null || stop 'debootstrap is needed to build the bare machine. Install it: apt-get install debootstrap'
[ -d "$home/node_modules/@sparticuz/chromium" ] || stop 'run npm ci first.'

machine="$(mktemp -d)"
leave() {
  umount "$machine/proc" 2>/dev/null || true
  rm -rf --one-file-system "$machine"
}
trap leave EXIT

echo "1. A minimal Debian ($suite)"
debootstrap --variant=minbase "$suite" "$machine" >"$machine.log" 2>&1 || { tail -5 "$machine.log" >&2; stop 'debootstrap failed.'; }
rm -f "$machine.log"

echo "2. Node $(node --version) and the project"
cp "$(readlink -f "$(command -v node)")" "$machine/usr/local/bin/node"
mkdir -p "$machine/galley"
tar -C "$home" --exclude=./.git --exclude=./dist --exclude=./node_modules/.cache -cf - . | tar -C "$machine/galley" -xf -
mount -t proc proc "$machine/proc" 2>/dev/null || echo '   (without /proc, which this system does not let us mount)'

echo '3. What the machine lacks'
found="$(find "$machine" -path "$machine/galley" -prune -o -path "$machine/proc" -prune -o \( -name 'libnss3*' -o -name 'libnspr4*' -o -name '*fontconfig*' -o -name '*.ttf' -o -name '*.otf' -o -name '*.woff*' -o -iname 'chrom*' \) -print)"
[ -z "$found" ] || stop "this machine is not bare: $found"
echo '   no NSS, no fontconfig, no fonts, no Chromium: searched for, none found'

echo '4. Publish in it'
publish() {
  chroot "$machine" /usr/bin/env -i PATH=/usr/local/bin:/usr/bin:/bin /bin/sh -c "cd /galley && node pipeline/start.js publish --formats pdf,json $*"
}
publish --out /published/paper
# A script that joins its letters, and fonts that only this project brings.
publish --out /published/arabic --source test/articles --only arabic

echo '5. Every word of every story, looked for in its PDF'
checker="$home/node_modules/.cache/galley/bare-machine-check.mjs"
"$home/node_modules/.bin/esbuild" "$home/test/bare-machine/look-for-words.ts" --bundle --platform=node --format=esm --packages=external --log-level=error "--outfile=$checker"
node "$checker" "$machine/published"
