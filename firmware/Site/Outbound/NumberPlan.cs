using PhoneNumbers;
using Parsed = PhoneNumbers.PhoneNumber;

namespace Switchhook.Site.Outbound;

/// <summary>The dialling habits of one country: what dialled digits reach, and whether more can follow. Pure; any thread.</summary>
/// <param name="country">ISO 3166-1 code.</param>
/// <remarks>
/// The tables are those of libphonenumber: ranges and lengths of numbers, national prefixes, the ways to other countries (00, 011 …). A
/// way of dialling around the country's plan (an operator, the code of a carrier) is never taken for a national number: what the tables
/// do not know is <see cref="NumberClass.Unknown"/>.
/// </remarks>
public sealed class NumberPlan(string country)
{
    /// <summary>Digits of the longest short number; longer ones that are not known are no service of the country.</summary>
    public const int LongestShortNumber = 6;

    private const string UnknownRegion = "ZZ";
    private const int NorthAmerica = 1;

    private static readonly PhoneNumberUtil Util = PhoneNumberUtil.GetInstance();
    private static readonly ShortNumberInfo ShortNumbers = ShortNumberInfo.GetInstance();

    private readonly bool _isNorthAmerican = Util.GetCountryCodeForRegion(country) == NorthAmerica;

    /// <summary>True when the tables know countries of that code.</summary>
    public static bool IsCountry(string code) => Util.GetSupportedRegions().Contains(code);

    /// <summary>What dialled digits reach.</summary>
    /// <param name="dialled">As the exchange gets them: digits, or E.164 with +.</param>
    public ReachedNumber Find(string dialled)
    {
        // An operator puts through to anywhere, and with the code of a carrier (101 and four digits) anything may follow.
        if (_isNorthAmerican && IsAroundNorthAmerica(dialled))
        {
            return new ReachedNumber(null, NumberClass.International, null);
        }

        try
        {
            var number = Util.ParseAndKeepRawInput(dialled, country);
            return ShortNumber(dialled, number) ?? Find(number);
        }
        catch (NumberParseException fault) when (fault.ErrorType == ErrorType.INVALID_COUNTRY_CODE)
        {
            // It leads out of the country, to where no country is.
            return new ReachedNumber(null, NumberClass.International, null);
        }
        catch (NumberParseException)
        {
            return new ReachedNumber(null, NumberClass.Unknown, null);
        }
    }

    /// <summary>True when the digits are a whole number of the plan, and no longer one begins with them.</summary>
    /// <param name="dialled">As the exchange gets them.</param>
    public bool IsFull(string dialled) => Find(dialled) is { E164: not null } && !CanBeLonger(dialled);

    private static bool IsAroundNorthAmerica(string dialled) =>
        (dialled.StartsWith('0') && !dialled.StartsWith("011", StringComparison.Ordinal))
        || (dialled.StartsWith("101", StringComparison.Ordinal) && dialled.Length > 7);

    private bool CanBeLonger(string dialled)
    {
        try
        {
            var longer = Util.ParseAndKeepRawInput(dialled + "0", country);
            return Util.IsPossibleNumberWithReason(longer)
                is PhoneNumberUtil.ValidationResult.IS_POSSIBLE or PhoneNumberUtil.ValidationResult.INVALID_LENGTH;
        }
        catch (NumberParseException)
        {
            return false;
        }
    }

    private ReachedNumber Find(Parsed number)
    {
        if (!Util.IsValidNumber(number))
        {
            return Invalid(number);
        }

        var region = Util.GetRegionCodeForNumber(number);
        var e164 = Util.Format(number, PhoneNumberFormat.E164);

        // Numbers that all countries of one calling code share (800 in North America) belong to this one too.
        if (region != country && !IsShared(number))
        {
            return new ReachedNumber(e164, NumberClass.International, region == UnknownRegion ? null : region);
        }

        return new ReachedNumber(e164, ClassOf(Util.GetNumberType(number)), country);
    }

    private bool IsShared(Parsed number) => number.CountryCode == Util.GetCountryCodeForRegion(country)
        && Util.IsValidNumberForRegion(number, country);

    private ReachedNumber Invalid(Parsed number)
    {
        if (number.CountryCode != Util.GetCountryCodeForRegion(country))
        {
            return new ReachedNumber(null, NumberClass.International, Util.GetRegionCodeForCountryCode(number.CountryCode));
        }

        var isLocal = number.CountryCodeSource == Parsed.Types.CountryCodeSource.FROM_DEFAULT_COUNTRY
            && Util.IsPossibleNumberWithReason(number) == PhoneNumberUtil.ValidationResult.IS_POSSIBLE_LOCAL_ONLY;
        return new ReachedNumber(null, isLocal ? NumberClass.National : NumberClass.Unknown, isLocal ? country : null);
    }

    // A short number counts as one only as it is dialled: without a prefix.
    private ReachedNumber? ShortNumber(string dialled, Parsed number)
    {
        if (dialled.Length > LongestShortNumber || !ShortNumbers.IsValidShortNumberForRegion(number, country))
        {
            return null;
        }

        var cost = ShortNumbers.GetExpectedCostForRegion(number, country);
        return new ReachedNumber(
            null, cost == ShortNumberInfo.ShortNumberCost.PREMIUM_RATE ? NumberClass.Premium : NumberClass.Service, country);
    }

    private static NumberClass ClassOf(PhoneNumberType type) => type switch
    {
        PhoneNumberType.MOBILE or PhoneNumberType.PAGER => NumberClass.Mobile,
        PhoneNumberType.TOLL_FREE => NumberClass.TollFree,
        PhoneNumberType.SHARED_COST => NumberClass.SharedCost,
        PhoneNumberType.PREMIUM_RATE => NumberClass.Premium,
        PhoneNumberType.UNKNOWN => NumberClass.Unknown,
        _ => NumberClass.National,
    };
}

/// <summary>What dialled digits reach.</summary>
/// <param name="E164">The number with + and country code; null for short numbers, numbers within an area, and where it is not sure.</param>
/// <param name="Class">What kind of number it is.</param>
/// <param name="Country">ISO 3166-1 code of its country; null when that is not sure.</param>
public sealed record ReachedNumber(string? E164, NumberClass Class, string? Country);
