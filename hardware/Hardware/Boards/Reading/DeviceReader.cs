using Switchhook.Hardware.Yaml;

namespace Switchhook.Hardware.Boards.Reading;

/// <summary>Reads the path of a device.</summary>
internal static class DeviceReader
{
    /// <summary>The path; null when it is missing or none of a device.</summary>
    public static Located<string>? Read(YamlFields fields, string key, string example, MistakeLog log)
    {
        if (fields.Text(key) is not { } path)
        {
            return null;
        }

        if (path.Value.StartsWith("/dev/", StringComparison.Ordinal) && !path.Value.Contains("..", StringComparison.Ordinal))
        {
            return path;
        }

        log.Error(path.At, $"\"{Quote.Short(path.Value)}\" is no device.", $"Write its path, such as {example}.");
        return null;
    }
}
