namespace Switchhook.Flows.Announcing.Values.Words;

/// <summary>Mandarin, all in characters: a synthesizer reads 2 as 二 where 两 is said.</summary>
internal static class Chinese
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly Noun Cent = new("分", "分");

    public static readonly ValueTable Table = new()
    {
        Minus = "负",
        Plus = "加",
        Digit = digit => Digits[digit - '0'].ToString(),
        Number = (whole, fraction) => ChineseNumber.Say(whole) + (fraction.Length == 0 ? "" : $"点{ByDigits(fraction)}"),
        Date = day => $"{ByDigits($"{day.Year}")}年{ChineseNumber.Say(day.Month)}月{ChineseNumber.Say(day.Day)}日",
        Time = Clock,
        Counted = Counted,
        And = cents => cents < 10 ? "零" : "",
        Currencies = new Dictionary<string, CurrencyWords>(StringComparer.Ordinal)
        {
            ["CNY"] = new(new("元", "元"), Cent),
            ["USD"] = new(new("美元", "美元"), new("美分", "美分")),
            ["CAD"] = new(new("加元", "加元"), Cent),
            ["AUD"] = new(new("澳元", "澳元"), Cent),
            ["NZD"] = new(new("新西兰元", "新西兰元"), Cent),
            ["MXN"] = new(new("比索", "比索"), Cent),
            ["EUR"] = new(new("欧元", "欧元"), new("欧分", "欧分")),
            ["GBP"] = new(new("英镑", "英镑"), new("便士", "便士")),
            ["CHF"] = new(new("瑞士法郎", "瑞士法郎"), new("生丁", "生丁")),
            ["JPY"] = new(new("日元", "日元"), Cent),
            ["BRL"] = new(new("雷亚尔", "雷亚尔"), Cent),
        },
    };

    // Of the yuan, ten fen are a jiao: 十二元五角, 三元零五分.
    private static string Counted(long number, Noun noun)
    {
        if (noun != Cent)
        {
            return ChineseNumber.Count(number) + noun.One;
        }

        var (jiao, fen) = Math.DivRem(number, 10);
        return (jiao, fen) switch
        {
            (0, _) => $"{ChineseNumber.Say(fen)}分",
            (_, 0) => $"{ChineseNumber.Count(jiao)}角",
            _ => $"{ChineseNumber.Count(jiao)}角{ChineseNumber.Say(fen)}分",
        };
    }

    private static string Clock(int hour, int minute)
    {
        var half = hour switch { < 6 => "凌晨", < 12 => "上午", 12 => "中午", < 18 => "下午", _ => "晚上" };
        var twelve = hour is 0 or 12 ? hour : hour % 12;
        return half + ChineseNumber.Count(twelve) + "点" + minute switch
        {
            0 => "",
            < 10 => $"零{ChineseNumber.Say(minute)}分",
            _ => $"{ChineseNumber.Say(minute)}分",
        };
    }

    private static string ByDigits(string digits) => string.Concat(digits.Select(digit => Digits[digit - '0']));
}
