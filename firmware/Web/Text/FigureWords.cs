using Switchhook.Acd.Figures;

namespace Switchhook.Web.Text;

/// <summary>Figures as people read them.</summary>
internal static class FigureWords
{
    /// <summary>A number with what it counts, such as <c>12</c>, <c>81 %</c>, <c>1:05</c>; a dash when it is of nothing.</summary>
    public static string Of(double? value, FigureUnit unit) => (value, unit) switch
    {
        (null, _) => Numbers.None,
        ({ } share, FigureUnit.Share) => (share * 100).ToString("0.#", SiteFormat.Current.Numbers) + " %",
        ({ } seconds, FigureUnit.Seconds) => Durations.Clock(TimeSpan.FromSeconds(Math.Round(seconds))),
        ({ } count, FigureUnit.Count) => count.ToString("0.##", SiteFormat.Current.Numbers),
        ({ } amount, _) => amount.ToString("0.00", SiteFormat.Current.Numbers),
    };
}
