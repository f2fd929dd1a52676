using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Codes;

/// <summary>A short number as the file says it.</summary>
internal sealed record SpeedDialDraft(Located<string> Digits, Located<string>? Number, Located<string>? Name)
{
    /// <summary>What the model holds.</summary>
    public SpeedDialConfig Build() => new(Digits.Value, ModelBuilder.Sure(Number), ModelBuilder.Sure(Name));
}
