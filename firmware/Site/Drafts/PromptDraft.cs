using Switchhook.Hardware.Yaml;

namespace Switchhook.Site.Drafts;

/// <summary>A prompt as the file says it.</summary>
internal sealed record PromptDraft(Located<string> Name, Place At, Located<string>? File, Located<string>? Say) : INamedDraft;
