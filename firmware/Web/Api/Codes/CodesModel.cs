using Switchhook.Flows.Codes;
using Switchhook.Flows.Dialling;
using Switchhook.Site;

namespace Switchhook.Web.Api.Codes;

/// <summary>What can be dialled at the phones of a site besides numbers.</summary>
/// <param name="Codes">The codes, in the order in which the office reads them.</param>
/// <param name="ShortNumbers">The short numbers of the house.</param>
public sealed record CodesModel(IReadOnlyList<CodeModel> Codes, IReadOnlyList<ShortNumberModel> ShortNumbers)
{
    /// <summary>Those that a site has use for.</summary>
    public static CodesModel Of(SiteModel site) => new(
        [.. CodeTable.Families.Where(family => family.IsIn(site)).Select(family => CodeModel.Of(family, site))],
        [.. site.SpeedDial.Values.Select(entry => new ShortNumberModel(PhoneCodes.SpeedDial + entry.Digits, entry.Number, entry.Name))]);
}

/// <summary>A code.</summary>
/// <param name="Digits">What is dialled, without what follows it.</param>
/// <param name="Pattern">The same with what follows it, in words.</param>
/// <param name="Who">Who may dial it.</param>
/// <param name="Words">What it does.</param>
public sealed record CodeModel(string Digits, string Pattern, string Who, string Words)
{
    internal static CodeModel Of(CodeFamily family, SiteModel site) => new(
        family.DigitsIn(site), family.PatternIn(site), family.Who, family.Words.Replace("`", "", StringComparison.Ordinal));
}

/// <summary>A short number.</summary>
/// <param name="Digits">What is dialled.</param>
/// <param name="Number">What is dialled for it.</param>
/// <param name="Name">Who is reached.</param>
public sealed record ShortNumberModel(string Digits, string Number, string Name);
