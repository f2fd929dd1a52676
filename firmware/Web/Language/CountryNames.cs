using System.Globalization;
using System.Resources;
using Switchhook.Hardware.Countries;

namespace Switchhook.Web.Language;

/// <summary>Names of countries in the language of the page: by their codes, since some are names of people too.</summary>
internal static class CountryNames
{
    private static readonly ResourceManager Resources = new(typeof(CountryNames));

    /// <summary>The name of a country.</summary>
    public static string Of(Country country) =>
        PageLanguage.IsEnglish(CultureInfo.CurrentUICulture)
            ? country.Name
            : Resources.GetString(country.Code, CultureInfo.CurrentUICulture) ?? country.Name;
}
