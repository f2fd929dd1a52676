using Switchhook.Hardware.Yaml;
using Switchhook.Site.Opening;

namespace Switchhook.Site.Drafts;

/// <summary>Hours of a week as the file says them; ranges that are wrong, and noted, are left out.</summary>
internal sealed record HoursDraft(Located<string> Name, IReadOnlyList<HoursRange> Ranges) : INamedDraft;
