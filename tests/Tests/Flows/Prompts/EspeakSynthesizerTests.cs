using Switchhook.Flows.Prompts;

namespace Switchhook.Tests.Flows.Prompts;

public sealed class EspeakSynthesizerTests
{
    [Theory]
    [InlineData("zh", "cmn-latn-pinyin")]
    [InlineData("zh-CN", "cmn-latn-pinyin")]
    [InlineData("cmn", "cmn-latn-pinyin")]
    [InlineData("pt-BR", "pt-BR")]
    [InlineData("en", "en")]
    public void Mandarin_has_another_voice_than_its_name(string language, string voice) =>
        Assert.Equal(voice, EspeakSynthesizer.Voice(language));
}
