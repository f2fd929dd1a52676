using Switchhook.Calls.Live;

namespace Switchhook.Flows.Codes;

/// <summary>A code that sends calls of a phone on: it and the number, or the code that ends it.</summary>
/// <param name="Digits">What is dialled before the number.</param>
/// <param name="Off">What is dialled to keep the calls again.</param>
/// <param name="When">Which calls.</param>
/// <param name="Help">What the spoken help says of it.</param>
public sealed record ForwardCode(string Digits, string Off, ForwardWhen When, CodeName Help)
{
    /// <summary>All of them: an even code begins it, and the odd one after it ends it.</summary>
    public static IReadOnlyList<ForwardCode> All { get; } =
    [
        new("*72", "*73", ForwardWhen.Always, CodeName.ForwardAlways),
        new("*74", "*75", ForwardWhen.Busy, CodeName.ForwardBusy),
        new("*76", "*77", ForwardWhen.NoAnswer, CodeName.ForwardNoAnswer),
    ];

    /// <summary>The code that dialled digits begin with, and the number after it; null for other digits.</summary>
    public static (ForwardCode Code, string To)? Of(string digits) =>
        All.FirstOrDefault(code => digits.StartsWith(code.Digits, StringComparison.Ordinal)) is { } found
            ? (found, digits[found.Digits.Length..])
            : null;
}
