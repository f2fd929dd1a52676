using Switchhook.Hardware.Dahdi;
using Switchhook.Hardware.Dahdi.Interop;
using Switchhook.Hardware.Dahdi.Kernel;
using Switchhook.Testing;

namespace Switchhook.Tests.Hardware.Dahdi;

/// <summary>The survey tells what is there, and why there is nothing, without touching anything.</summary>
public sealed class SurveyTests
{
    [Fact]
    public void Spans_are_told_with_their_ports_and_alarms()
    {
        var kernel = new FakeKernel();
        kernel.Plug(2, 5, 4, 2);
        var survey = DahdiSurvey.Read(kernel);

        Assert.Equal(
            "DAHDI 2.11.1\nspan 2 CARD/0 \"a card\": analog card (slot 1, hardware id \"id-1\"), 4 FXO, 2 FXS, 0 other channels, no alarm",
            survey.ToString());
        Assert.Empty(kernel.Calls);
        Assert.Contains("red: no signal", SurveyedSpan.Of(new SpanInfo(1, "", "", "", "", "", 8, [])).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_without_numbers_is_told_and_left_alone()
    {
        var kernel = new FakeKernel();
        kernel.PlugUnassigned(1, 1, 2, 2);

        Assert.Contains("analog card (slot 1", DahdiSurvey.Read(kernel).ToString(), StringComparison.Ordinal);
        Assert.Empty(kernel.Calls);
    }

    [Fact]
    public void Drivers_without_a_card_are_told()
    {
        var survey = DahdiSurvey.Read(new FakeKernel());
        Assert.Contains("show no card", survey.Problem, StringComparison.Ordinal);
        Assert.Equal("2.11.1", survey.Version);
    }

    [Fact]
    public void A_box_without_the_drivers_says_what_to_do()
    {
        using var folder = new TempFolder();
        var survey = DahdiSurvey.Read(new DahdiPlaces(folder.Path, folder.Path));

        Assert.Null(survey.Version);
        Assert.Contains("ctl is missing: the DAHDI drivers are not loaded.", survey.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Devices_are_read_from_sysfs_and_assigned_there()
    {
        using var folder = new TempFolder();
        var device = Directory.CreateDirectory(Path.Combine(folder.Path, "dahdi_devices", "devices", "usb:7")).FullName;
        File.WriteAllText(Path.Combine(device, "type"), "Astribank\n");
        File.WriteAllText(Path.Combine(device, "location"), "usb-1\n");
        File.WriteAllText(Path.Combine(device, "span_count"), "2\n");
        Directory.CreateDirectory(Path.Combine(device, "span-1"));
        var sysfs = new SysfsDevices(folder.Path);

        var found = Assert.Single(sysfs.Unassigned());
        Assert.Equal(new DeviceInfo("usb:7", "Astribank", "usb-1", "", 2), found);
        sysfs.Assign(found);
        Assert.Equal("1", File.ReadAllText(Path.Combine(device, "auto_assign")));
        Directory.CreateDirectory(Path.Combine(device, "span-2"));
        Assert.Empty(sysfs.Unassigned());
        Assert.Throws<DahdiException>(() => sysfs.Assign(found with { Name = "gone/0" }));
    }
}
