using System.Text;
using Switchhook.Audio.Tones;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.CallerIds;

/// <summary>The burst that tells a telephone who calls, between the first and the second ring.</summary>
public sealed class CallerIdSource : IFrameSource
{
    private const int LongestField = 20;

    private readonly short[] _samples;
    private int _position;

    /// <summary>A burst, made whole here, so that its length is known.</summary>
    /// <param name="message">What the telephone shows; number and name are cut to 20 signs.</param>
    /// <param name="scheme">How: FSK, or DTMF digits. The Japanese form is sent as V.23.</param>
    public CallerIdSource(CallerIdMessage message, CallerIdScheme scheme) => _samples = scheme == CallerIdScheme.Dtmf
        ? Digits(message)
        : FskBurst.Of(MultipleDataMessage(message), scheme);

    /// <summary>Length of the burst.</summary>
    public TimeSpan Duration => TimeSpan.FromSeconds((double)_samples.Length / LineAudio.SampleRate);

    /// <inheritdoc/>
    public int Read(Span<short> frame)
    {
        var count = Math.Min(frame.Length, _samples.Length - _position);
        _samples.AsSpan(_position, count).CopyTo(frame);
        _position += count;
        return count;
    }

    private static short[] Digits(CallerIdMessage message)
    {
        var source = new DtmfSource(CallerIdDigits.Render(message));
        return FskBurst.Collect(frame => source.Read(frame));
    }

    // The library adds the checksum.
    private static byte[] MultipleDataMessage(CallerIdMessage message)
    {
        var fields = new List<byte>();
        Add(0x01, message.SentAt);
        Add(0x02, message.Number);
        Add(0x04, message.Number is null ? Letter(message.NumberAbsence) : null);
        Add(0x07, message.Name);
        Add(0x08, message.Name is null ? Letter(message.NumberAbsence) : null);
        return [0x80, (byte)fields.Count, .. fields];

        void Add(byte kind, string? text)
        {
            if (!string.IsNullOrEmpty(text))
            {
                var printing = string.Concat(text.Where(sign => !char.IsControl(sign)).Take(LongestField));
                var bytes = Encoding.Latin1.GetBytes(printing);
                fields.AddRange([kind, (byte)bytes.Length, .. bytes]);
            }
        }
    }

    private static string Letter(NumberAbsence? why) => why == NumberAbsence.Withheld ? "P" : "O";
}
