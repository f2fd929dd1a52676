using System.Numerics;

namespace Switchhook.Sip.Rtp.Jitter;

/// <summary>A bit for each of the last <see cref="Size"/> positions of an endless line.</summary>
internal sealed class BitRing
{
    /// <summary>Positions it covers.</summary>
    public const int Size = 4096;

    private const int BitsPerWord = 64;
    private const int Words = Size / BitsPerWord;

    private readonly ulong[] _words = new ulong[Words];

    /// <summary>Sets the bits of a stretch, at most <see cref="Size"/> long.</summary>
    public void Set(long from, int count)
    {
        while (count > 0)
        {
            var (word, mask, inWord) = Part(from, count);
            _words[word] |= mask;
            from += inWord;
            count -= inWord;
        }
    }

    /// <summary>Clears the bits of a stretch.</summary>
    public void Clear(long from, long count)
    {
        if (count >= Size)
        {
            Array.Clear(_words);
            return;
        }

        while (count > 0)
        {
            var (word, mask, inWord) = Part(from, (int)count);
            _words[word] &= ~mask;
            from += inWord;
            count -= inWord;
        }
    }

    /// <summary>How many bits from a position on are set, or not set, in a row.</summary>
    /// <param name="from">The first.</param>
    /// <param name="most">No more are looked at.</param>
    /// <param name="isSet">What is counted.</param>
    public int Run(long from, int most, bool isSet)
    {
        var run = 0;
        while (run < most)
        {
            var offset = (int)((from + run) & (BitsPerWord - 1));
            var word = _words[(int)((from + run) & (Size - 1)) / BitsPerWord];
            var rest = BitsPerWord - offset;
            var others = (isSet ? ~word : word) >> offset;
            var inWord = Math.Min(others == 0 ? rest : BitOperations.TrailingZeroCount(others), rest);
            run += inWord;
            if (inWord < rest)
            {
                break;
            }
        }

        return Math.Min(run, most);
    }

    private static (int Word, ulong Mask, int Count) Part(long from, int count)
    {
        var offset = (int)(from & (BitsPerWord - 1));
        var inWord = Math.Min(count, BitsPerWord - offset);
        var mask = inWord == BitsPerWord ? ulong.MaxValue : ((1UL << inWord) - 1) << offset;
        return ((int)(from & (Size - 1)) / BitsPerWord, mask, inWord);
    }
}
