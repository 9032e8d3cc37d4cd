namespace Supervision.Gateway.Tests.Hosting;

internal static class Enrolment
{
    /// <summary>Sets the person's second factor up; the key, for codes to come.</summary>
    public static async Task<string> Enrol(this Person person)
    {
        var offer = (await person.Post("/api/v1/account/second-factor/offer")).As<SecondFactor.Offer>();
        offer.Uri.Should().StartWith("otpauth://totp/").And.Contain($"secret={offer.Key.Replace(" ", "", StringComparison.Ordinal)}");
        offer.Qr.Should().StartWith("<svg");
        (await person.Post("/api/v1/account/second-factor", new { code = Totp.Code(offer.Key) }))
            .As<OwnAccountApi.RecoveryCodesView>()
            .RecoveryCodes.Should()
            .HaveCount(10)
            .And.OnlyHaveUniqueItems();
        return offer.Key;
    }
}
