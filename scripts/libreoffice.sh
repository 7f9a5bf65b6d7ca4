#!/usr/bin/env bash
# Makes sure that the tests of papers can open them as people do: with LibreOffice, and with poppler's reader of PDFs.
set -euo pipefail

can_read() {
    command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v pdffonts >/dev/null &&
        ls "$(dirname "$(readlink -f "$(command -v soffice)")")"/libswlo.so \
            "$(dirname "$(readlink -f "$(command -v soffice)")")"/libsclo.so >/dev/null 2>&1
}

packages=(libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils)
if can_read; then exit 0; fi
if "$(dirname "$0")/apt_install.sh" "${packages[@]}" && can_read; then exit 0; fi
echo "tamngan: the tests of papers need LibreOffice and poppler; run as root: apt-get install ${packages[*]}" >&2
exit 1
