using System.Runtime.InteropServices;

namespace Switchhook.Audio.Interop;

/// <summary>The libraries of the system that the sound needs.</summary>
public static class NativeLibraries
{
    private static readonly (string File, string Package)[] Needed =
    [
        ("libspandsp.so.2", "libspandsp2"),
        ("libsndfile.so.1", "libsndfile1"),
        ("libsamplerate.so.0", "libsamplerate0"),
    ];

    /// <summary>Names of the Debian packages that are missing; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing() =>
        [.. Needed.Where(library => !NativeLibrary.TryLoad(library.File, out _)).Select(library => library.Package)];
}
