using Switchhook.Storage.ReportMails;

namespace Switchhook.Web.Api.ReportMails;

/// <summary>A report that is sent as mail.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Of">What it is of: <c>queue</c>, <c>agent</c>, <c>line</c>, or <c>lines</c> for all lines together.</param>
/// <param name="OfName">Which one; null for all lines together.</param>
/// <param name="Every">How often.</param>
/// <param name="Day">Of a week, 0 for Sunday to 6; of a month, 1 to 31; else 0.</param>
/// <param name="At">When, by the clocks of the site.</param>
/// <param name="Receivers">Who gets it.</param>
/// <param name="Alert">The alert of the site whose mail server sends it; null for the first.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="Paused">True while nothing is sent.</param>
/// <param name="NextAt">When it is sent, or tried again, UTC; null while paused.</param>
/// <param name="LastSentAt">When it was sent last, UTC; null for never.</param>
/// <param name="LastError">What went wrong with the last one; null for nothing.</param>
public sealed record ReportMailModel(
    string Id,
    string Name,
    string Of,
    string? OfName,
    ReportRhythm Every,
    int Day,
    TimeOnly At,
    IReadOnlyList<string> Receivers,
    string? Alert,
    string MadeBy,
    bool Paused,
    DateTimeOffset? NextAt,
    DateTimeOffset? LastSentAt,
    string? LastError);

/// <summary>What a report by mail is to be.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Of"><c>queue</c>, <c>agent</c>, <c>line</c>, or <c>lines</c> for all lines together.</param>
/// <param name="Every"><c>daily</c> of the day before, <c>weekly</c> of the week before, <c>monthly</c> of the month before.</param>
/// <param name="At">When, such as <c>07:00</c>, by the clocks of the site.</param>
/// <param name="Receivers">Up to 20 addresses.</param>
/// <param name="OfName">Which queue, agent or line.</param>
/// <param name="Day">
/// Of a week, 0 for Sunday to 6; of a month, 1 to 31, its last day where it is shorter; Monday or the first when left out.
/// </param>
/// <param name="Alert">The alert of the site whose mail server sends it; the first when left out.</param>
internal sealed record ReportMailWish(
    string Name,
    string Of,
    ReportRhythm Every,
    TimeOnly At,
    IReadOnlyList<string> Receivers,
    string? OfName = null,
    int? Day = null,
    string? Alert = null);
