using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Switchhook.Audio.Interop;

namespace Switchhook.Audio.Detecting;

/// <summary>DTMF by libspandsp (ITU-T Q.24), told once per key press, when the receiver is sure of it.</summary>
internal sealed unsafe class DtmfDetector : IFrameDetector
{
    /// <summary>
    /// Telephones and lines may be 8 dB (high group weaker) and 4 dB (high group stronger) apart; measured, the receiver loses half of
    /// the keys at its limit, so the limits lie beyond.
    /// </summary>
    private const int TwistDb = 10;
    private const int ReverseTwistDb = 6;
    private const int ThresholdUnchanged = -99;

    private readonly GCHandle _self;
    private nint _receiver;
    private char _pressed;

    public DtmfDetector()
    {
        _self = GCHandle.Alloc(this);
        _receiver = Spandsp.DtmfRxInit(0, 0, 0);
        Spandsp.DtmfRxParms(_receiver, filterDialTone: 1, TwistDb, ReverseTwistDb, ThresholdUnchanged);
        Spandsp.DtmfRxSetRealtimeCallback(_receiver, &OnTone, GCHandle.ToIntPtr(_self));
    }

    /// <summary>True while a key is held down.</summary>
    public bool IsDown { get; private set; }

    /// <inheritdoc/>
    public void Process(ReadOnlySpan<short> frame, IDetectionSink sink)
    {
        if (TryHear(frame, out var digit))
        {
            sink.Report(new Detection.Digit(digit));
        }
    }

    /// <summary>Hears a frame; true when a key was pressed in it.</summary>
    public bool TryHear(ReadOnlySpan<short> frame, out char digit)
    {
        _pressed = '\0';
        fixed (short* samples = frame)
        {
            _ = Spandsp.DtmfRx(_receiver, samples, frame.Length);
        }

        digit = _pressed;
        return digit != '\0';
    }

    public void Dispose()
    {
        if (_receiver != 0)
        {
            _ = Spandsp.DtmfRxFree(_receiver);
            _receiver = 0;
            _self.Free();
        }
    }

    // A code of 0 tells that the key was let go.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void OnTone(nint user, int code, int level, int delay)
    {
        if (GCHandle.FromIntPtr(user).Target is DtmfDetector detector)
        {
            detector.IsDown = code != 0;
            detector._pressed = code != 0 ? (char)code : detector._pressed;
        }
    }
}
