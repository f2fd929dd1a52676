using System.Text;

namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Numbers in Chinese characters.</summary>
internal static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";
    private static readonly string[] Places = ["", "十", "百", "千"];
    private static readonly string[] Groups = ["", "万", "亿", "万亿"];

    /// <summary>A number by itself: 2 is 二.</summary>
    /// <param name="number">Not negative, below a million millions.</param>
    public static string Say(long number)
    {
        if (number == 0)
        {
            return "零";
        }

        var said = new StringBuilder();
        var needsZero = false;
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            var part = (int)(number / (long)Math.Pow(10_000, group) % 10_000);
            if (part == 0)
            {
                needsZero = said.Length > 0;
                continue;
            }

            // A gap in the digits is said as one nought.
            if (said.Length > 0 && (needsZero || part < 1000))
            {
                said.Append('零');
            }

            said.Append(part == 2 && group > 0 ? "两" : Group(part)).Append(Groups[group]);
            needsZero = false;
        }

        // 十二, and not 一十二, at the beginning.
        return said.Length > 1 && said[0] == '一' && said[1] == '十' ? said.ToString(1, said.Length - 1) : said.ToString();
    }

    /// <summary>How many of something: 2 is 两.</summary>
    /// <param name="number">Not negative, below a million millions.</param>
    public static string Count(long number) => number == 2 ? "两" : Say(number);

    private static string Group(int part)
    {
        var said = new StringBuilder();
        var needsZero = false;
        for (var place = Places.Length - 1; place >= 0; place--)
        {
            var digit = part / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                needsZero = said.Length > 0;
                continue;
            }

            said.Append(needsZero ? "零" : "").Append(digit == 2 && place >= 2 ? '两' : Digits[digit]).Append(Places[place]);
            needsZero = false;
        }

        return said.ToString();
    }
}
