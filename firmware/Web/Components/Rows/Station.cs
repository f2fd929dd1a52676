using Microsoft.AspNetCore.Components;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Components.Rows;

/// <summary>A line or a phone: who it is and what it does; while something happens, why and for how long.</summary>
internal static class Station
{
    /// <summary>The row.</summary>
    /// <param name="row">What it shows.</param>
    /// <param name="now">The moment at which the page is made.</param>
    public static MarkupString Of(StationRow row, DateTimeOffset now)
    {
        var name = row.Href is { } href ? Html.Of($"""<a href="{href}">{row.Name}</a>""") : Html.Of($"{row.Name}");
        var events = !row.IsQuiet && row.Since is { } since
            ? Html.Of($"""<p class="why">{Say.Told(row.Why)}</p>{Ticking.Of(since, now)}""")
            : default;
        return Html.Of(
            $"""
            <li><div class="who"><strong>{name}</strong><span class="muted number">{row.Place}</span></div>
            {StateChip.Of(row.Look)}{events}</li>
            """);
    }
}
