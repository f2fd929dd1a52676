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

    /// <summary>For people: a paragraph for each section, a line for each finding, faults marked at the beginning of the line.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var section in Sections.Where(section => section.Findings.Count > 0))
        {
            text.Append(text.Length > 0 ? "\n" : "").AppendLine(section.Title);
            var width = section.Findings.Max(finding => finding.Part.Length);
            foreach (var finding in section.Findings)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture, $"  {Mark(finding.Verdict)} {finding.Part.PadRight(width)}  {finding.Words}");
            }
        }

        var sum = Faults switch { 0 => "No faults.", 1 => "One fault.", var many => $"{many} faults." };
        return text.AppendLine().AppendLine(sum).ToString();
    }

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
