using Microsoft.AspNetCore.Components;
using Switchhook.Calls.Live;
using Switchhook.Web.Api.Models;
using Switchhook.Web.Security.Roles;
using Switchhook.Web.Text;
using static Switchhook.Web.Language.Words;

namespace Switchhook.Web.Components.Rows;

/// <summary>A call: the other party, its way, state and times.</summary>
internal static class CallRow
{
    /// <summary>The row.</summary>
    /// <param name="call">The call.</param>
    /// <param name="words">The site's words.</param>
    /// <param name="visitor">Who looks: the call's own page and its recording are for those who may open them.</param>
    public static MarkupString Of(CallRecord call, SiteWords words, Visitor visitor)
    {
        var direction = Say[Look.DirectionWord(call.Direction)];
        var name = Html.Of($"<strong>{words.Other(call)}</strong>");
        var who = visitor.May(Ability.Calls) ? Html.Of($"""<a href="/calls/{Uri.EscapeDataString(call.Id.Value)}">{name}</a>""") : name;
        return Html.Of(
            $"""
            <li class="call">
            <span class="direction" title="{direction}">{IconShapes.Picture(Look.DirectionIcon(call.Direction))}
            <span class="aside">{direction}</span></span>
            <div class="who">{who}
            {(SiteWords.OtherNumber(call) is { } number ? Html.Of($"""<span class="muted number">{number}</span>""") : default)}
            <span class="muted">{words.Way(call)}</span></div>
            {StateChip.Of(Look.Of(call))}
            <div class="times"><span class="muted">{words.Time(call.StartedAt)}</span> {LengthOf(call, words)}</div>
            <div class="do">{PlayOf(call, words, visitor)}</div></li>
            """);
    }

    private static MarkupString LengthOf(CallRecord call, SiteWords words) => call.EndedAt is null
        ? Ticking.Of(call.StartedAt, words.Now)
        : Html.Of($"<span>{Durations.Clock(words.Length(call))}</span>");

    private static MarkupString PlayOf(CallRecord call, SiteWords words, Visitor visitor) =>
        visitor.May(Ability.Recordings) && call.EndedAt is not null && RecordingModel.Of(call) is { } recording
            ? PlayLink.Of(call.Id.Value, recording.Audio, $"{words.Other(call)}, {words.Time(call.StartedAt)}")
            : default;
}
