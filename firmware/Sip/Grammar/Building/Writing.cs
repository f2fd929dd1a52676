using System.Text;
using Switchhook.Sip.Grammar.Lexing;

namespace Switchhook.Sip.Grammar.Building;

/// <summary>How plain text is written into headers so that it stays in its place, whatever it holds.</summary>
internal static class Writing
{
    /// <summary>As a quoted string; a control character becomes a space.</summary>
    public static void AppendQuoted(StringBuilder target, string text)
    {
        target.Append('"');
        foreach (var character in text)
        {
            if (character is '"' or '\\')
            {
                target.Append('\\');
            }

            target.Append(char.IsControl(character) ? ' ' : character);
        }

        target.Append('"');
    }

    /// <summary>As <c>;name=value</c>, quoted where it must be, or <c>;name</c> without a value.</summary>
    /// <exception cref="ArgumentException">The name is no token.</exception>
    public static void AppendParameter(StringBuilder target, string name, string? value, char separator = ';')
    {
        if (!IsToken(name))
        {
            throw new ArgumentException($"\"{name}\" is no name of a parameter.", nameof(name));
        }

        target.Append(separator).Append(name);
        if (value is null)
        {
            return;
        }

        target.Append('=');
        if (IsToken(value))
        {
            target.Append(value);
        }
        else
        {
            AppendQuoted(target, value);
        }
    }

    /// <summary>Whether text is a token.</summary>
    public static bool IsToken(string text)
    {
        foreach (var character in text)
        {
            if (character > '~' || !Characters.Token.Contains((byte)character))
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
