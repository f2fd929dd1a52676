namespace Switchhook.Hardware.Yaml;

/// <summary>Makes what a file says fit into a message.</summary>
public static class Quote
{
    private const int Longest = 60;

    /// <summary>The text in one line, shortened, with control characters shown as dots.</summary>
    public static string Short(string text)
    {
        var head = text.Length <= Longest ? text : text[..(Longest - 1)] + "…";
        return string.Create(head.Length, head, static (span, from) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(from[i]) ? '·' : from[i];
            }
        });
    }
}
