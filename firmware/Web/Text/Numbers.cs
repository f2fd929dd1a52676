namespace Switchhook.Web.Text;

/// <summary>Numbers as people read them.</summary>
internal static class Numbers
{
    /// <summary>What stands for a figure of nothing.</summary>
    public const string None = "–";

    /// <summary>A share in percent, such as <c>85 %</c>.</summary>
    public static string Percent(double? share) =>
        share is { } known ? string.Create(SiteFormat.Current.Numbers, $"{known * 100:0} %") : None;

    /// <summary>A mean, with one decimal where it has one: <c>2.5</c>.</summary>
    public static string Mean(double? number) => number?.ToString("0.#", SiteFormat.Current.Numbers) ?? None;

    /// <summary>A time in whole seconds, such as <c>25 s</c>.</summary>
    public static string Seconds(double? seconds) =>
        seconds is { } known ? string.Create(SiteFormat.Current.Numbers, $"{known:0} s") : None;
}
