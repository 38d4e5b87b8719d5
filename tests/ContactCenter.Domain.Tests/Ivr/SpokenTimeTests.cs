using ContactCenter.Domain.Ivr;
using ContactCenter.Domain.Scripts;
using NodaTime;

namespace ContactCenter.Domain.Tests.Ivr;

public sealed class SpokenTimeTests
{
    [TestCase(8, 30, "vendredi 1er janvier à 8 heures 30", "Friday 1 January at 8:30 am")]
    [TestCase(12, 0, "vendredi 1er janvier à midi", "Friday 1 January at noon")]
    [TestCase(0, 0, "vendredi 1er janvier à minuit", "Friday 1 January at midnight")]
    [TestCase(1, 5, "vendredi 1er janvier à 1 heure 5", "Friday 1 January at 1:05 am")]
    [TestCase(13, 0, "vendredi 1er janvier à 13 heures", "Friday 1 January at 1 pm")]
    public void A_moment_is_said_as_a_voice_says_it(int hour, int minute, string french, string english)
    {
        var moment = new LocalDateTime(2027, 1, 1, hour, minute);

        Assert.That(SpokenTime.Say(moment, Language.Fr), Is.EqualTo(french));
        Assert.That(SpokenTime.Say(moment, Language.En), Is.EqualTo(english));
    }

    [Test]
    public void No_moment_takes_longer_to_say_than_prompts_are_measured_with()
    {
        var moments = Enumerable.Range(0, 366).Select(d => new LocalDateTime(2028, 1, 1, 23, 59).PlusDays(d));

        Assert.That(moments.Max(m => SpokenTime.Say(m, Language.Fr).Length), Is.EqualTo(IvrVoice.BlankLength));
    }
}
