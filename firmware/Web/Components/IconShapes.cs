using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;

namespace Switchhook.Web.Components;

/// <summary>The outlines of all icons, drawn for a field of 24 by 24; line width and colour come from the style sheet.</summary>
internal static class IconShapes
{
    private const string Handset =
        """<path d="M5 4h4l1.5 5-2.3 1.6a12 12 0 0 0 5.2 5.2L15 13.5l5 1.5v4a1.5 1.5 0 0 1-1.6 1.5A15.5 15.5 0 0 1 3.5 5.6 """
        + """1.5 1.5 0 0 1 5 4z"/>""";

    private static readonly FrozenDictionary<string, string> Shapes = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["phone"] = Handset,
        ["call-in"] = Handset + """<path d="M20.5 3.5 15 9M15 4.5V9h4.5"/>""",
        ["call-out"] = Handset + """<path d="M15 9l5.5-5.5M16 3.5h4.5V8"/>""",
        ["call-inside"] = """<path d="M4 11.5 12 5l8 6.5M6.5 10v9.5h11V10"/><path d="M9.5 15.5h5M12.8 13.2l2.2 2.3-2.2 2.3"/>""",
        ["missed"] = """<path d="M4 7l6.5 6.5L20 4M4 12V7h5"/><path d="M3.5 19c5-3.5 12-3.5 17 0"/>""",
        ["hang-up"] = """<path d="M3 14.5c5-5 13-5 18 0l-2.2 2.4-4-1.4v-2.6a11 11 0 0 0-5.6 0v2.6l-4 1.4z"/>""",
        ["bell"] = """<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5a2.2 2.2 0 0 0 4 0"/>""",
        ["waiting"] = """<path d="M7 3.5h10M7 20.5h10M8 3.5c0 5 8 6 8 8.5s-8 3.5-8 8.5M16 3.5c0 5-8 6-8 8.5s8 3.5 8 8.5"/>""",
        ["check"] = """<path d="M5 12.5l4.5 4.5L19 7.5"/>""",
        ["dot"] = """<circle cx="12" cy="12" r="3"/>""",
        ["warning"] = """<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.4"/>""",
        ["plug"] = """<path d="M9 3.5V8M15 3.5V8M6.5 8h11v3.5a5.5 5.5 0 0 1-11 0zM12 17v4"/>""",
        ["unplugged"] = """<path d="M9 6V3.5M15 6V3.5M7.5 8h10v3.5a5.5 5.5 0 0 1-1 3.2"/>"""
            + """<path d="M14 16.6a5.5 5.5 0 0 1-7.5-5.1V8M12 17v4M3.5 3.5l17 17"/>""",
        ["play"] = """<path d="M8 5.5v13l10.5-6.5z"/>""",
        ["download"] = """<path d="M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 19.5h14"/>""",
        ["speak"] = """<path d="M9 11a3 3 0 0 0 6 0V6.5a3 3 0 0 0-6 0zM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21"/>""",
        ["listen"] = """<path d="M4 15v-2.5a8 8 0 0 1 16 0V15"/>"""
            + """<path d="M4 15.5a1.5 1.5 0 0 1 1.5-1.5H8v6H5.5A1.5 1.5 0 0 1 4 18.5z"/>"""
            + """<path d="M20 15.5a1.5 1.5 0 0 0-1.5-1.5H16v6h2.5a1.5 1.5 0 0 0 1.5-1.5z"/>""",
        ["keypad"] = """<path stroke-width="3" d="M5 5h.1M12 5h.1M19 5h.1M5 12h.1M12 12h.1M19 12h.1M5 19h.1M12 19h.1M19 19h.1"/>""",
        ["flash"] = """<path d="M13 3 5.5 13.5H11L10 21l8-11h-5.5z"/>""",
        ["user"] = """<circle cx="12" cy="8" r="3.8"/><path d="M4.5 20.5a7.5 7.5 0 0 1 15 0"/>""",
        ["people"] = """<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20a6.5 6.5 0 0 1 13 0"/>"""
            + """<path d="M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.2a6.5 6.5 0 0 1 3.5 5.8"/>""",
        ["log"] = """<path d="M5 3.5h14v17H5zM8.5 8h7M8.5 12h7M8.5 16h4"/>""",
        ["board"] = """<path d="M4 5h16v14H4zM4 10h16M10 10v9"/>""",
        ["chart"] = """<path d="M4 20h16M6.5 20v-6M12 20V5M17.5 20V10"/>""",
        ["lab"] = """<path d="M10 3.5h4M10.8 3.5v6L5 18.8A1.2 1.2 0 0 0 6 20.5h12a1.2 1.2 0 0 0 1-1.7l-5.8-9.3v-6M8 15h8"/>""",
        ["back"] = """<path d="M10.5 6 4.5 12l6 6M5 12h15"/>""",
        ["key"] = """<circle cx="8" cy="15" r="4"/><path d="M11 12l8.5-8.5M16 7l3 3"/>""",
        ["clock"] = """<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>""",
        ["way"] = """<path d="M6 3.5v17M6 7.5h8a4 4 0 0 1 4 4v8M14.5 16.5l3.5 3.5 3.5-3.5M2.5 17 6 20.5 9.5 17"/>""",
        ["mail"] = """<path d="M3.5 6h17v12.5h-17zM4 6.5l8 6.5 8-6.5"/>""",
        ["moon"] = """<path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z"/>""",
        ["gear"] = """<circle cx="12" cy="12" r="3.2"/>"""
            + """<path d="M12 3.5v3M12 17.5v3M3.5 12h3M17.5 12h3M6 6l2.1 2.1M15.9 15.9 18 18M18 6l-2.1 2.1M8.1 15.9 6 18"/>""",
        ["copy"] = """<path d="M8.5 8.5h11v11h-11zM15.5 8.5v-4h-11v11h4"/>""",
        ["close"] = """<path d="M6 6l12 12M18 6 6 18"/>""",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, MarkupString> Pictures = Shapes.ToFrozenDictionary(
        shape => shape.Key,
        shape => (MarkupString)$"""<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">{shape.Value}</svg>""",
        StringComparer.Ordinal);

    /// <summary>Names of all icons.</summary>
    public static IEnumerable<string> Names => Shapes.Keys;

    /// <summary>The shapes of an icon.</summary>
    /// <exception cref="KeyNotFoundException">There is no icon of that name.</exception>
    public static string Of(string name) => Shapes[name];

    /// <summary>An icon as an element of a page.</summary>
    /// <exception cref="KeyNotFoundException">There is no icon of that name.</exception>
    public static MarkupString Picture(string name) => Pictures[name];
}
