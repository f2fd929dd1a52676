using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Switchhook.Appliance.Inspection;

/// <summary>All findings of a look at the hardware.</summary>
/// <param name="Sections">In the order of showing.</param>
public sealed record HardwareReport(IReadOnlyList<HardwareSection> Sections)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Number of findings that are faults.</summary>
    public int Faults => Sections.Sum(section => section.Findings.Count(finding => finding.Verdict == HardwareVerdict.Fault));

    /// <summary>For programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>For people: a paragraph for each section, a line for each thing to say, with faults marked.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var section in Sections.Where(section => section.Findings.Count > 0))
        {
            text.Append(text.Length > 0 ? "\n" : "").AppendLine(section.Title);
            var lines = section.Findings.GroupBy(finding => (finding.Verdict, finding.Words)).Select(Together).ToList();
            var width = lines.Max(line => line.Part.Length);
            foreach (var line in lines)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {Mark(line.Verdict)} {line.Part.PadRight(width)}  {line.Words}");
            }
        }

        var sum = Faults switch { 0 => "No faults.", 1 => "One fault.", var many => $"{many} faults." };
        return text.AppendLine().AppendLine(sum).ToString();
    }

    // Parts of which the same is to be said stand in one line.
    private static HardwareFinding Together(IEnumerable<HardwareFinding> same) =>
        same.First() with { Part = string.Join(", ", same.Select(finding => finding.Part).Distinct()) };

    private static string Mark(HardwareVerdict verdict) => verdict switch
    {
        HardwareVerdict.Ok => "ok     ",
        HardwareVerdict.Notice => "notice ",
        HardwareVerdict.Fault => "FAULT  ",
    };
}

/// <summary>Findings that belong together.</summary>
/// <param name="Title">A heading.</param>
/// <param name="Findings">What was found.</param>
public sealed record HardwareSection(string Title, IReadOnlyList<HardwareFinding> Findings);
