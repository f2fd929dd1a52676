using System.Buffers.Text;
using System.Text;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Table;

/// <summary>The parameters of a header's value: <c>;name=value;name</c>. They were found well-formed when the header was read.</summary>
/// <param name="Text">From the first separator on; may be empty.</param>
/// <param name="Separator">What stands before each.</param>
internal readonly record struct HeaderParams(SipText Text, char Separator = ';')
{
    /// <summary>Whether one is there; names are the same in upper and lower case.</summary>
    public bool Has(ReadOnlySpan<byte> name) => TryGet(name, out _);

    /// <summary>The value of one, without quotes; empty when it has none or is not there.</summary>
    public SipText this[ReadOnlySpan<byte> name] => TryGet(name, out var value) ? value : default;

    /// <summary>The value of one, without quotes, empty when it has none; false when it is not there.</summary>
    public bool TryGet(ReadOnlySpan<byte> name, out SipText value)
    {
        var scanner = new Scanner(Text.Span);
        while (scanner.TakeParameter(out var parameter, Separator) == ParameterRead.Read)
        {
            if (Ascii.EqualsIgnoreCase(parameter.Name.In(Text.Span), name))
            {
                value = Text.Slice(parameter.Value).Unquoted();
                return true;
            }
        }

        value = default;
        return false;
    }

    /// <summary>How much a value is preferred: <c>q</c>, 0 to 1; 1 when there is none or it is no such number.</summary>
    public double Quality
    {
        get
        {
            var q = this["q"u8].Span;
            return Utf8Parser.TryParse(q, out double value, out var read) && read == q.Length && value is >= 0 and <= 1 ? value : 1;
        }
    }

    /// <summary>Each with its value as written, in order.</summary>
    public IReadOnlyList<(SipText Name, SipText Value)> ToList()
    {
        var all = new List<(SipText, SipText)>();
        var scanner = new Scanner(Text.Span);
        while (scanner.TakeParameter(out var parameter, Separator) == ParameterRead.Read)
        {
            all.Add((Text.Slice(parameter.Name), Text.Slice(parameter.Value)));
        }

        return all;
    }

    /// <summary>Whether the rest of a value is parameters and nothing else.</summary>
    /// <param name="scanner">Stands before the first separator; afterwards at the end.</param>
    public static bool AreWellFormed(ref Scanner scanner)
    {
        ParameterRead read;
        do
        {
            read = scanner.TakeParameter(out _);
        }
        while (read == ParameterRead.Read);
        return read == ParameterRead.End;
    }
}
