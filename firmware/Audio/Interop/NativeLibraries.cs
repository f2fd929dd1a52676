using System.Reflection;
using System.Runtime.InteropServices;

namespace Switchhook.Audio.Interop;

/// <summary>The libraries of the system that the sound needs.</summary>
public static class NativeLibraries
{
    private static readonly (string File, string Package)[] Needed =
    [
        (Spandsp.Library, "libspandsp2"),
        (SndFile.Library, "libsndfile1"),
        (SampleRate.Library, "libsamplerate0"),
    ];

    private static int _isWatching;

    /// <summary>Names of the Debian packages that are missing; empty when all is there.</summary>
    public static IReadOnlyList<string> Missing() =>
        [.. Needed.Where(library => !NativeLibrary.TryLoad(library.File, out _)).Select(library => library.Package)];

    /// <summary>From now on the first call of a library that is missing fails with the name of its package.</summary>
    internal static void Watch()
    {
        if (Interlocked.Exchange(ref _isWatching, 1) == 0)
        {
            NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
        }
    }

    /// <summary>Loads a library, or tells which package brings it.</summary>
    /// <exception cref="DllNotFoundException">It is not installed.</exception>
    internal static nint Resolve(string file, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (NativeLibrary.TryLoad(file, assembly, searchPath, out var handle))
        {
            return handle;
        }

        var package = Needed.FirstOrDefault(library => library.File == file).Package;
        throw new DllNotFoundException(package is null
            ? $"The library {file} is missing."
            : $"The library {file} is missing; install it: apt-get install {package}");
    }
}
