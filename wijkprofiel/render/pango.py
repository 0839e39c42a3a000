"""Where the library of the system comes from that PDF is drawn with."""

HOW_TO_INSTALL = (
    "Debian, Ubuntu: sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0;"
    " Fedora: sudo dnf install pango; macOS: brew install pango;"
    " Windows: MSYS2, en daarin pacman -S mingw-w64-ucrt-x86_64-pango"
)
"""The shortest way on each system; on Windows WeasyPrint looks where MSYS2 puts it."""
