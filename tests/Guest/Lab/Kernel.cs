using System.Text;
using Switchhook.Testing.Processes;

namespace Switchhook.Guest.Lab;

/// <summary>The guest's kernel: its modules and the files in which it shows and takes values.</summary>
internal static class Kernel
{
    // The modules lie in the initramfs, which the first process has as its root; this program's root is the host's.
    private const string RootOfInit = "/proc/1/root";

    /// <summary>Loads a module and what it needs; one that is loaded stays as it is.</summary>
    public static void Load(string module, params string[] parameters) => Run("/bin/modprobe", [module, .. parameters]);

    /// <summary>Takes a module out of the kernel.</summary>
    public static void Unload(string module) => Run("/bin/rmmod", module);

    /// <summary>Reads a value that the kernel shows in a file.</summary>
    public static string Read(string path) => File.ReadAllText(path).Trim();

    /// <summary>Gives a value to the kernel.</summary>
    /// <exception cref="IOException">There is no such file, or the kernel refuses the value.</exception>
    public static void Write(string path, string value)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        file.Write(Encoding.ASCII.GetBytes(value));
    }

    private static void Run(string program, params string[] arguments) =>
        ExternalProgram.RunAsync("chroot", [RootOfInit, program, .. arguments]).GetAwaiter().GetResult();
}
