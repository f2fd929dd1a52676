using System.Globalization;

namespace Switchhook.Calls;

/// <summary>Makes ids that sort by time and replay from a seed.</summary>
public sealed class IdSource(TimeProvider time, Random random)
{
    // No vowels, so that no words appear; no characters that look alike.
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    /// <summary>A new id of a call.</summary>
    public CallId NextCall() => new(Next());

    /// <summary>A new id: UTC date and time to the second and six random characters.</summary>
    public string Next()
    {
        Span<char> tail = stackalloc char[6];
        lock (random)
        {
            foreach (ref var character in tail)
            {
                character = Alphabet[random.Next(Alphabet.Length)];
            }
        }

        return string.Create(CultureInfo.InvariantCulture, $"{time.GetUtcNow():yyyyMMdd-HHmmss}-{tail}");
    }
}
