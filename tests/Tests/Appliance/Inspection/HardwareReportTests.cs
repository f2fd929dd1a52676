using Switchhook.Appliance.Inspection;

namespace Switchhook.Tests.Appliance.Inspection;

/// <summary>How a look at the hardware reads.</summary>
public sealed class HardwareReportTests
{
    private static readonly HardwareReport Report = new(
    [
        new("Nothing to say", []),
        new(
            "Board",
            [
                new("fxo1", HardwareVerdict.Fault, "The chip does not answer."),
                new("fxo2", HardwareVerdict.Fault, "The chip does not answer."),
                new("fxs1", HardwareVerdict.Ok, "Ready."),
            ]),
    ]);

    [Fact]
    public void What_holds_for_several_parts_is_said_once_and_faults_are_counted_each()
    {
        var lines = Report.ToText().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(["Board", "  FAULT   fxo1, fxo2  The chip does not answer.", "  ok      fxs1        Ready.", "2 faults."], lines);
    }

    [Fact]
    public void Programs_get_each_part() =>
        Assert.Contains("\"part\": \"fxo2\",\n          \"verdict\": \"fault\"", Report.ToJson(), StringComparison.Ordinal);
}
