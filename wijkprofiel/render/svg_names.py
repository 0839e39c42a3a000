"""What an SVG may be made of: shapes, text, colours and where they stand; nothing that acts."""

from __future__ import annotations

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"
XML = "http://www.w3.org/XML/1998/namespace"


def _names(written: str) -> frozenset[str]:
    return frozenset(written.split())


ACTING_SPACES = frozenset(
    {
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/2001/xml-events",
    }
)
"""Namespaces that mean something to a browser; those of drawing programs mean nothing to it."""

SHAPES = _names("path rect circle ellipse line polyline polygon")
TEXTS = _names("text tspan textPath")
GRADIENTS = _names("linearGradient radialGradient")
FILTERS = _names("""
    filter feBlend feColorMatrix feComponentTransfer feFuncR feFuncG feFuncB feFuncA feComposite
    feDropShadow feFlood feGaussianBlur feMerge feMergeNode feOffset
    """)
ELEMENTS = (
    SHAPES
    | TEXTS
    | GRADIENTS
    | FILTERS
    | _names("svg g defs symbol use image a title desc metadata style stop pattern")
    | _names("clipPath mask")
)

PROPERTIES = _names("""
    alignment-baseline baseline-shift block-progression clip clip-path clip-rule color
    color-interpolation color-interpolation-filters color-profile color-rendering cursor direction
    display dominant-baseline enable-background fill fill-opacity fill-rule filter filter-blend-mode
    filter-gaussianBlur-deviation flood-color flood-opacity font font-family font-feature-settings
    font-kerning font-optical-sizing font-size font-size-adjust font-stretch font-style
    font-synthesis font-variant font-variant-alternates font-variant-caps font-variant-east-asian
    font-variant-ligatures font-variant-numeric font-variant-position font-variation-settings
    font-weight glyph-orientation-horizontal glyph-orientation-vertical height image-rendering
    inline-size isolation kerning letter-spacing lighting-color line-height marker marker-end
    marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order
    pointer-events shape-margin shape-padding shape-rendering solid-color solid-opacity stop-color
    stop-opacity stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
    stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
    text-decoration-color text-decoration-line text-decoration-style text-indent text-orientation
    text-overflow text-rendering text-transform transform transform-box transform-origin
    unicode-bidi vector-effect visibility white-space width word-spacing writing-mode x y
    """)
"""Of style rules; as attributes too."""

ATTRIBUTES = PROPERTIES | _names("""
    amplitude baseProfile class clipPathUnits contentScriptType contentStyleType cx cy d dx dy
    exponent filterUnits focusable fr fx fy gradientTransform gradientUnits href id in in2 intercept
    k1 k2 k3 k4 lang lengthAdjust maskContentUnits maskUnits media method mode nonce offset operator
    pathLength patternContentUnits patternTransform patternUnits points preserveAspectRatio
    primitiveUnits r rel requiredFeatures result role rotate rx ry slope spacing spreadMethod
    startOffset stdDeviation style systemLanguage tabindex tableValues target textLength type values
    version viewBox x1 x2 y1 y2 zoomAndPan
    """)
INERT_PREFIXES = ("data-", "aria-", "-inkscape-")
"""What programs note down for themselves."""

FUNCTIONS = _names("""
    url rgb rgba hsl hsla matrix translate translatex translatey scale scalex scaley rotate skewx
    skewy
    """)
"""That a value may call on; `url` only for a place in the picture itself."""
