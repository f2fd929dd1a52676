using Switchhook.Calls.Live;
using Switchhook.Site;
using Switchhook.Web.Api.Lines;
using Switchhook.Web.Seams.Care;
using Switchhook.Web.Text;

namespace Switchhook.Web.Pages.Lines;

/// <summary>All lines with their health.</summary>
/// <param name="Lines">Lines and trunks; the sick ones first.</param>
/// <param name="Phones">Telephones on ports of the board.</param>
/// <param name="Words">Names and times.</param>
public sealed record LinesView(IReadOnlyList<LineHealthModel> Lines, IReadOnlyList<PortPhone> Phones, SiteWords Words)
{
    /// <summary>Volts and milliamps for people; null when nothing is measured.</summary>
    public static string? Measured(PortMeasures? port) => port is { Measures: true }
        ? string.Create(SiteFormat.Current.Numbers, $"{port.Volts:0.0} V, {port.Milliamps:0.0} mA")
        : null;
}

/// <summary>A telephone on a port of the board.</summary>
/// <param name="Phone">What the site file says.</param>
/// <param name="State">What it does; null when it was never seen.</param>
/// <param name="Measures">What its port measures.</param>
public sealed record PortPhone(PhoneConfig Phone, PhoneState? State, PortMeasures? Measures);

/// <summary>One line with its health.</summary>
/// <param name="Line">The line.</param>
/// <param name="Number">Its port's number for the test code of phones; null for a trunk.</param>
/// <param name="Words">Names and times.</param>
public sealed record LineView(LineHealthModel Line, string? Number, SiteWords Words)
{
    /// <summary>Width of the picture of voltages.</summary>
    public const int Wide = 600;

    /// <summary>Height of it.</summary>
    public const int High = 120;

    private const double Highest = 110;

    /// <summary>The voltages of the last minutes as points of a line, without sign; null when there are too few.</summary>
    public string? Volts => Line.Measures?.Recent is { Count: > 1 } recent
        ? string.Join(' ', recent.Select(sample => FormattableString.Invariant(
            $"{Wide - (sample.SecondsAgo * (double)Wide / 600):0.#},{High - (Math.Min(Largest(sample), Highest) / Highest * High):0.#}")))
        : null;

    private static double Largest(PortSample sample) => Math.Max(Math.Abs(sample.LeastVolts), Math.Abs(sample.MostVolts));
}
