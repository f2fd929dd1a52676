using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Switchhook.Hardware.Dahdi.Interop;

/// <summary><c>dahdi_tone_def_header</c> without tones: a tone zone that knows a ring cadence only.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct ToneZone
{
    public int Tones;
    public int Zone;
    public RingCadence Cadence;
    public fixed byte Name[40];
}

/// <summary><c>dahdi_ring_cadence</c>: on, off, on, off in milliseconds; ends with a zero.</summary>
[InlineArray(16)]
internal struct RingCadence
{
    private int _first;
}

/// <summary><c>dahdi_dialoperation</c>: digits to dial.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct DialOperation
{
    public int Operation;
    public fixed byte Digits[256];
}
