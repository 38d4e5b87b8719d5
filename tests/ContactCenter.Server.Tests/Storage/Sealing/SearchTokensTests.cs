using ContactCenter.Domain.Practices;
using ContactCenter.Server.Storage.Sealing;
using ContactCenter.Server.Tests.Support;

namespace ContactCenter.Server.Tests.Storage.Sealing;

internal sealed class SearchTokensTests
{
    private static readonly PracticeId Practice = new(Guid.Parse("0198c0de-0000-7000-8000-000000000001"));
    private readonly SearchTokens _tokens = new(TestKeys.Ring());

    [Test]
    public void The_same_value_gives_the_same_token_after_the_sealing_key_turned() =>
        Assert.That(new SearchTokens(TestKeys.Ring(current: 3)).Of(Practice, "phone", "+33612345678"), Is.EqualTo(_tokens.Of(Practice, "phone", "+33612345678")));

    [Test]
    public void Practice_kind_and_value_each_change_it()
    {
        var other = new PracticeId(Guid.Parse("0198c0de-0000-7000-8000-000000000002"));
        long[] tokens = [_tokens.Of(Practice, "name", "martin"), _tokens.Of(other, "name", "martin"), _tokens.Of(Practice, "sound", "martin"), _tokens.Of(Practice, "name", "marti")];
        Assert.That(tokens, Is.Unique);
    }
}
