using System.Text;

namespace Switchhook.Hardware.Yaml;

/// <summary>Reads a text file that a person wrote, within bounds.</summary>
public static class TextFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The file's text; null when it cannot be read, is no text, or is larger than <see cref="YamlDocument"/> reads.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="log">Takes the reason.</param>
    public static string? Read(string path, MistakeLog log)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[YamlDocument.MostCharacters + 1];
            var length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length < bytes.Length)
            {
                return StrictUtf8.GetString(bytes, 0, length);
            }

            log.Error(
                Place.Start,
                $"The file is larger than {YamlDocument.MostCharacters} bytes.",
                "Keep only what the file is for; sounds and pictures belong into files of their own.");
        }
        catch (DecoderFallbackException)
        {
            log.Error(Place.Start, "The file is not a text in UTF-8.", "Save it with the encoding UTF-8.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            log.Error(Place.Start, $"The file cannot be read: {fault.Message}", "Check its name, and that the box may read it.");
        }

        return null;
    }
}
