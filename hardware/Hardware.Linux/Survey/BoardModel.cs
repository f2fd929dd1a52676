namespace Switchhook.Hardware.Linux.Survey;

/// <summary>What a board calls itself.</summary>
internal static class BoardModel
{
    /// <summary>From the device tree, else from the tables of a PC's firmware (DMI); null when neither tells.</summary>
    public static string? Of(KernelFolders folders) =>
        SmallFile.Read(Path.Combine(folders.Processes, "device-tree", "model")) ?? OfPc(Path.Combine(folders.Classes, "dmi", "id"));

    private static string? OfPc(string tables)
    {
        string?[] words = [SmallFile.Read(Path.Combine(tables, "sys_vendor")), SmallFile.Read(Path.Combine(tables, "product_name"))];
        var said = string.Join(' ', words.OfType<string>());
        return said.Length == 0 ? null : said;
    }
}
