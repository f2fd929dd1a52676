using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Switchhook.Audio.CallerIds;
using Switchhook.Audio.Interop;
using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Lines;

namespace Switchhook.Audio.Detecting;

/// <summary>
/// Caller ID before the answer: FSK by Bell 202 and V.23 and DTMF all at once, whatever the country table says; the first whole
/// message counts.
/// </summary>
internal sealed unsafe class CallerIdDetector : IFrameDetector
{
    /// <summary>10 dB, because the library's modem stops at −30 dBm0 and long lines are weaker.</summary>
    private const double Gain = 3.16;

    /// <summary>Both modems hear either modulation: the second report of a burst is the same message again.</summary>
    private const int FramesUntilNext = 150;

    /// <summary>A message in DTMF has no longer pause than this between two digits.</summary>
    private const int FramesBetweenDigits = 25;

    private readonly CallerIdScheme _expected;
    private readonly GCHandle _self;
    private readonly DtmfDetector _keys = new();
    private readonly short[] _louder = new short[LineAudio.BlockSamples];
    private readonly char[] _digits = new char[CallerIdDigits.MaxLength];
    private nint _bell;
    private nint _v23;
    private CallerIdMessage? _found;
    private int _digitCount;
    private int _framesSinceDigit;
    private int _framesSinceMessage = FramesUntilNext;

    public CallerIdDetector(CallerIdScheme expected)
    {
        _expected = expected == CallerIdScheme.FskV23 ? CallerIdScheme.FskV23 : CallerIdScheme.FskBell202;
        _self = GCHandle.Alloc(this);
        _bell = Spandsp.AdsiRxInit(0, Spandsp.AdsiClass, &OnMessage, GCHandle.ToIntPtr(_self));
        _v23 = Spandsp.AdsiRxInit(0, Spandsp.AdsiClip, &OnMessage, GCHandle.ToIntPtr(_self));
    }

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<short> frame, IDetectionSink sink)
    {
        _found = null;
        Amplify(frame);
        fixed (short* samples = _louder)
        {
            _ = Spandsp.AdsiRx(_bell, samples, _louder.Length);
            _ = Spandsp.AdsiRx(_v23, samples, _louder.Length);
        }

        HearDigits(frame);
        _framesSinceMessage = Math.Min(_framesSinceMessage + 1, FramesUntilNext);
        if (_found is { } message && _framesSinceMessage >= FramesUntilNext)
        {
            _framesSinceMessage = 0;
            sink.Report(new Detection.CallerId(message));
        }
    }

    public void Dispose()
    {
        if (_bell == 0)
        {
            return;
        }

        _ = Spandsp.AdsiRxFree(_bell);
        _ = Spandsp.AdsiRxFree(_v23);
        (_bell, _v23) = (0, 0);
        _keys.Dispose();
        _self.Free();
    }

    private void Amplify(ReadOnlySpan<short> frame)
    {
        for (var i = 0; i < frame.Length; i++)
        {
            _louder[i] = (short)Math.Clamp(frame[i] * Gain, short.MinValue, short.MaxValue);
        }
    }

    private void HearDigits(ReadOnlySpan<short> frame)
    {
        if (++_framesSinceDigit > FramesBetweenDigits || _digitCount == _digits.Length)
        {
            _digitCount = 0;
        }

        if (!_keys.TryHear(frame, out var digit))
        {
            return;
        }

        _framesSinceDigit = 0;
        _digits[_digitCount++] = digit;
        if (CallerIdDigits.IsEnd(digit))
        {
            _found ??= CallerIdDigits.Parse(_digits.AsSpan(0, _digitCount));
            _digitCount = 0;
        }
    }

    // Negative lengths tell of the carrier. The library has checked the sum, and leaves its byte out.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnMessage(nint user, byte* message, int length)
    {
        if (length > 0 && GCHandle.FromIntPtr(user).Target is CallerIdDetector detector)
        {
            detector._found ??= CallerIdParser.Parse(new ReadOnlySpan<byte>(message, length), detector._expected);
        }
    }
}
