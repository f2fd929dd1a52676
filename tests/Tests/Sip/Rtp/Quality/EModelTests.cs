using Switchhook.Sip.Media;
using Switchhook.Sip.Rtp.Quality;

namespace Switchhook.Tests.Sip.Rtp.Quality;

public sealed class EModelTests
{
    [Fact]
    public void With_nothing_wrong_it_is_the_default_of_g107()
    {
        Assert.Equal(93.2, Rating(AudioCodec.Pcma, 0, 0), 0.05);
        Assert.Equal(4.41, EModel.Score(93.2), 0.005);
    }

    // G.107 Annex B: the table of R, MOS and what users think.
    [Theory]
    [InlineData(90, 4.34)]
    [InlineData(80, 4.03)]
    [InlineData(70, 3.60)]
    [InlineData(60, 3.10)]
    [InlineData(50, 2.58)]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(100, 4.5)]
    [InlineData(120, 4.5)]
    public void Ratings_become_scores(double rating, double score) => Assert.Equal(score, EModel.Score(rating), 0.007);

    // Ie,eff = Ie + (95 - Ie) Ppl / (Ppl / BurstR + Bpl), with Bpl 25.1 of G.711 with concealment.
    [Theory]
    [InlineData(0.01, 1, 3.64)]
    [InlineData(0.02, 1, 7.01)]
    [InlineData(0.05, 1, 15.78)]
    [InlineData(0.05, 2, 17.21)]
    [InlineData(1, 1, 75.94)]
    public void Loss_costs_what_g113_says(double loss, double burstRatio, double impairment) => Assert.Equal(
        93.2 - impairment, EModel.Rating(AudioCodec.Pcmu, loss, burstRatio, TimeSpan.Zero), 0.06);

    // Figure 1 of G.114 and the formulas of G.107 §7.4: a delay of 150 ms is hardly noticed, of 400 ms it is.
    [Theory]
    [InlineData(100, 90.2, 92)]
    [InlineData(150, 89, 90.2)]
    [InlineData(200, 85, 87)]
    [InlineData(300, 70, 76)]
    [InlineData(400, 58, 66)]
    public void Delay_costs_what_g114_draws(int milliseconds, double least, double most) =>
        Assert.InRange(Rating(AudioCodec.Pcma, 0, milliseconds), least, most);

    [Fact]
    public void More_loss_and_more_delay_are_never_better()
    {
        foreach (var codec in Enum.GetValues<AudioCodec>())
        {
            for (var loss = 0.0; loss < 1; loss += 0.01)
            {
                Assert.True(Rating(codec, loss + 0.01, 50) <= Rating(codec, loss, 50));
                Assert.True(EModel.Score(Rating(codec, loss + 0.01, 50)) <= EModel.Score(Rating(codec, loss, 50)));
            }

            for (var delay = 0; delay < 2000; delay += 5)
            {
                Assert.True(Rating(codec, 0.01, delay + 5) <= Rating(codec, 0.01, delay) + 1e-9);
            }
        }
    }

    [Fact]
    public void G722_in_a_narrowband_box_is_no_better_than_g711() =>
        Assert.True(Rating(AudioCodec.G722, 0.01, 50) < Rating(AudioCodec.Pcma, 0.01, 50));

    private static double Rating(AudioCodec codec, double loss, int milliseconds) =>
        EModel.Rating(codec, loss, 1, TimeSpan.FromMilliseconds(milliseconds));
}
