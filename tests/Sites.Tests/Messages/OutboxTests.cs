using System.Text;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using OrchardCore.Email;
using PropertySuite.Platform.Features.Email;
using PropertySuite.Running;
using YesSql;

namespace Sites.Tests.Messages;

/// <summary>Mail is written with the transaction and delivered after it: once, in order, by a real mail server.</summary>
public sealed class OutboxTests
{
    [Fact]
    public async Task A_mail_arrives_as_it_was_asked_for()
    {
        await using var mail = await MailSites.StartAsync();
        var picture = Enumerable.Range(0, 5000).Select(i => (byte)(i * 7)).ToArray();
        var result = await mail.AskAsync(new MailMessage
        {
            To = "\"Inés Ortega\" <ines@correo.example>, wang@example.org",
            Cc = "desk@alba.example",
            Bcc = "archive@alba.example",
            ReplyTo = "office@alba.example",
            Subject = "Su visita: mañana — 明天 10:00",
            TextBody = "Hola Inés:\n\n.a line that begins with a dot\nÑandú 您好\n",
            HtmlBody = "<p>Hola <b>Inés</b></p>",
            Attachments = { new MailMessageAttachment { Filename = "../plano ñ.bin", Stream = new MemoryStream(picture) } },
        });
        Assert.True(result.Succeeded);
        Assert.Empty(mail.Server.Received);

        await mail.DeliverAsync();
        var received = Assert.Single(mail.Server.Received);
        Assert.Equal("office@alba.example", received.From);
        Assert.Equal(["ines@correo.example", "wang@example.org", "desk@alba.example", "archive@alba.example"], received.To);
        Assert.Null(received.Header("Bcc"));
        Assert.DoesNotContain("archive@", received.Text, StringComparison.Ordinal);
        Assert.Equal("auto-generated", received.Header("Auto-Submitted"));

        var parsed = MailSites.Parse(received);
        Assert.Equal("Su visita: mañana — 明天 10:00", parsed.Subject);
        Assert.Equal("\"Community alba\" <office@alba.example>", parsed.From.ToString());
        Assert.Equal("Inés Ortega", parsed.To[0].Name);
        Assert.Equal("Hola Inés:\n\n.a line that begins with a dot\nÑandú 您好\n", parsed.TextBody!.ReplaceLineEndings("\n"));
        Assert.Equal("<p>Hola <b>Inés</b></p>", parsed.HtmlBody!.Trim());
        var attachment = Assert.IsType<MimePart>(Assert.Single(parsed.Attachments));
        Assert.Equal("plano ñ.bin", attachment.FileName);
        using var bytes = new MemoryStream();
        attachment.Content!.DecodeTo(bytes);
        Assert.Equal(picture, bytes.ToArray());
        Assert.Equal(mail.Now, parsed.Date.UtcDateTime);

        await mail.DeliverAsync();
        Assert.Single(mail.Server.Received);
        Assert.Equal(MailState.Sent, (await mail.FindAsync(result.Response!))!.State);
    }

    [Fact]
    public async Task It_leaves_by_itself_at_once_after_the_commit()
    {
        await using var mail = await MailSites.StartAsync(byItself: true);
        await mail.AskAsync("ana@example.org", "At once");
        Assert.Equal("At once", (await mail.Server.NextAsync()).Header("Subject"));
    }

    [Fact]
    public async Task What_was_rolled_back_is_never_sent()
    {
        await using var mail = await MailSites.StartAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => mail.Sites.InAsync("alba", async services =>
        {
            Assert.True((await services.GetRequiredService<IEmailService>().SendAsync("ana@example.org", "Never", "Text")).Succeeded);
            throw new InvalidOperationException("Changed my mind.");
        }));
        await mail.DeliverAsync();
        Assert.Empty(mail.Server.Received);
        Assert.Null(await mail.NextDueAsync());
    }

    [Fact]
    public async Task While_the_server_is_down_mail_waits_and_then_goes_once()
    {
        await using var mail = await MailSites.StartAsync();
        await mail.Server.CloseAsync();
        var ids = new List<string>();
        for (var i = 0; i < 30; i++)
            ids.Add(await mail.AskAsync($"person{i % 10}@example.org", $"Number {i}"));
        await mail.DeliverAsync();

        // One try for the way, not thirty: the first mail is put back, the others were not touched.
        Assert.Equal(30, await mail.CountAsync(MailState.Waiting));
        Assert.Equal(0, (await mail.FindAsync(ids[0]))!.Attempts);
        Assert.Equal(mail.Now.AddSeconds(15), await mail.NextDueAsync());
        for (var tries = 0; tries < 5; tries++)
            await mail.WaitAndDeliverAsync();
        Assert.True(mail.Now > new DateTime(2026, 3, 2, 9, 8, 0, DateTimeKind.Utc), mail.Now.ToString("u"));

        mail.Server.Open();
        await mail.WaitAndDeliverAsync();
        Assert.Equal(30, await mail.CountAsync(MailState.Sent));
        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"Number {i}").Order(), mail.Server.Received.Select(received => received.Header("Subject")!).Order());
        AssertInOrder(mail.Server);
        Assert.Equal(6, mail.Sites.Log.Entries.Count(entry => entry.Contains("mail server cannot be used", StringComparison.Ordinal)));
        Assert.DoesNotContain(mail.Sites.Log.Entries, entry => entry.Contains("person", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_4xx_answer_is_tried_again_and_a_5xx_answer_is_not()
    {
        await using var mail = await MailSites.StartAsync();
        var full = true;
        mail.Server.Answers = line => line switch
        {
            _ when line.StartsWith("RCPT TO:<full@", StringComparison.Ordinal) && full => "452 4.2.2 mailbox full, see https://mail.example/x?token=abcdefghijklmnop",
            _ when line.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) => "550 5.1.1 no such person",
            _ => null,
        };
        var later = await mail.AskAsync("full@example.org", "Later");
        var gone = await mail.AskAsync("gone@example.org", "Gone");
        var fine = await mail.AskAsync("fine@example.org", "Fine");
        await mail.DeliverAsync();

        Assert.Equal(["Fine"], mail.Server.Received.Select(received => received.Header("Subject")));
        Assert.Equal(MailState.Failed, (await mail.FindAsync(gone))!.State);
        Assert.Equal("550 5.1.1 no such person", (await mail.FindAsync(gone))!.Problem);
        var waiting = (await mail.FindAsync(later))!;
        Assert.Equal((MailState.Waiting, 1, mail.Now.AddMinutes(1)), (waiting.State, waiting.Attempts, waiting.DueUtc));
        Assert.Equal("452 4.2.2 mailbox full, see https://mail.example/x?token=…", waiting.Problem);

        await mail.WaitAndDeliverAsync();
        Assert.Equal(mail.Now.AddMinutes(2), (await mail.FindAsync(later))!.DueUtc);
        full = false;
        await mail.WaitAndDeliverAsync();
        Assert.Equal(MailState.Sent, (await mail.FindAsync(later))!.State);
        Assert.Equal(2, mail.Server.Received.Count);
        Assert.Equal(MailState.Sent, (await mail.FindAsync(fine))!.State);
    }

    [Fact]
    public async Task After_two_days_a_mail_is_given_up_and_can_be_sent_again_by_hand()
    {
        await using var mail = await MailSites.StartAsync();
        mail.Server.Answers = line => line == "DATA." ? "451 4.3.0 try later" : null;
        var id = await mail.AskAsync("ana@example.org");
        await mail.DeliverAsync();
        while ((await mail.FindAsync(id))!.State == MailState.Waiting)
            await mail.WaitAndDeliverAsync();
        var given = (await mail.FindAsync(id))!;
        Assert.Equal(MailState.Failed, given.State);
        Assert.InRange(given.EndedUtc!.Value - given.CreatedUtc, TimeSpan.FromHours(48), TimeSpan.FromHours(51));
        Assert.InRange(given.Attempts, 20, 40);

        mail.Server.Answers = null;
        await mail.Sites.InAsync("alba", async services =>
            await services.GetRequiredService<Outbox>().SendAgainAsync((await services.GetRequiredService<ISession>().Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == id).FirstOrDefaultAsync())!));
        await mail.DeliverAsync();
        Assert.Equal(given.MessageId, Assert.Single(mail.Server.Received).Header("Message-ID")!.Trim('<', '>'));
    }

    [Fact]
    public async Task Of_several_people_each_gets_the_mail_once_whatever_happens_to_the_others()
    {
        await using var mail = await MailSites.StartAsync();
        var busy = true;
        mail.Server.Answers = line => line switch
        {
            _ when line.StartsWith("RCPT TO:<busy@", StringComparison.Ordinal) && busy => "450 4.2.1 busy",
            _ when line.StartsWith("RCPT TO:<gone@", StringComparison.Ordinal) => "550 5.1.1 no such person",
            _ => null,
        };
        var id = await mail.AskAsync("one@example.org, busy@example.org, gone@example.org, two@example.org");
        await mail.DeliverAsync();
        Assert.Equal(["one@example.org", "two@example.org"], Assert.Single(mail.Server.Received).To);
        Assert.Equal(["busy@example.org"], (await mail.FindAsync(id))!.Pending);

        busy = false;
        await mail.WaitAndDeliverAsync();
        Assert.Equal(["busy@example.org"], mail.Server.Received[1].To);
        var done = (await mail.FindAsync(id))!;
        Assert.Equal(MailState.Sent, done.State);
        Assert.Equal("550 5.1.1 no such person", done.Refused["gone@example.org"]);
    }

    [Fact]
    public async Task To_one_person_mails_go_in_the_order_in_which_they_were_asked_for()
    {
        await using var mail = await MailSites.StartAsync();
        var refuse = true;
        mail.Server.Answers = line => line.StartsWith("RCPT TO:<Ana@", StringComparison.Ordinal) && refuse ? "451 4.7.1 greylisted" : null;
        for (var i = 0; i < 4; i++)
        {
            await mail.AskAsync("Ana@example.org", $"Number {i}");
            await mail.AskAsync("ben@example.org", $"Number {i}");
        }

        await mail.DeliverAsync();
        Assert.Equal(4, mail.Server.Received.Count);
        refuse = false;
        await mail.WaitAndDeliverAsync();
        Assert.Equal(8, mail.Server.Received.Count);
        AssertInOrder(mail.Server);
    }

    [Fact]
    public async Task Two_hosts_on_one_database_never_send_the_same_mail()
    {
        await using var mail = await MailSites.StartAsync();
        for (var i = 0; i < 60; i++)
            await mail.AskAsync($"person{i}@example.org", $"Number {i}");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (var turn = 0; turn < 200 && await mail.CountAsync(MailState.Waiting) > 0; turn++)
                await mail.Sites.InAsync("alba", services => services.GetRequiredService<Outbox>().RunAsync(mail.Now, CancellationToken.None));
        })));
        Assert.Equal(60, mail.Server.Received.Count);
        Assert.Equal(60, mail.Server.Received.Select(received => received.Header("Subject")).Distinct().Count());
        Assert.Equal(60, await mail.CountAsync(MailState.Sent));
    }

    [Fact]
    public async Task What_breaks_between_the_text_and_the_answer_is_sent_again_under_the_same_number()
    {
        await using var mail = await MailSites.StartAsync();
        var id = await mail.AskAsync("ana@example.org");
        ReceivedMail? first = null;
        mail.Server.Before = received =>
        {
            first = received;
            return Task.FromResult(false);
        };
        await mail.DeliverAsync();
        Assert.NotNull(first);
        Assert.Equal(MailState.Waiting, (await mail.FindAsync(id))!.State);

        mail.Server.Before = null;
        await mail.WaitAndDeliverAsync();
        Assert.Equal(first.Header("Message-ID"), Assert.Single(mail.Server.Received).Header("Message-ID"));
    }

    [Fact]
    public async Task A_claim_of_a_host_that_is_gone_runs_out()
    {
        await using var mail = await MailSites.StartAsync();
        var id = await mail.AskAsync("ana@example.org");
        await mail.Sites.InAsync("alba", async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var claimed = (await session.Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == id).FirstOrDefaultAsync())!;
            (claimed.State, claimed.Claim, claimed.DueUtc) = (MailState.Sending, "gone", mail.Now.AddMinutes(5));
            await session.SaveAsync(claimed);
        });
        await mail.DeliverAsync();
        Assert.Empty(mail.Server.Received);
        await mail.WaitAndDeliverAsync();
        Assert.Single(mail.Server.Received);
        Assert.Equal(new DateTime(2026, 3, 2, 9, 5, 0, DateTimeKind.Utc), mail.Now);
    }

    [Fact]
    public async Task Mails_of_two_communities_never_mix()
    {
        await using var mail = await MailSites.StartAsync(byItself: true, names: ["alba", "rioclaro"]);
        for (var i = 0; i < 10; i++)
        {
            await mail.AskAsync($"person{i}@example.org", $"alba {i}", site: "alba");
            await mail.AskAsync($"person{i}@example.org", $"rioclaro {i}", site: "rioclaro");
        }

        for (var i = 0; i < 20; i++)
        {
            var received = await mail.Server.NextAsync();
            var site = received.Header("Subject")!.Split(' ')[0];
            Assert.Equal($"office@{site}.example", received.From);
            Assert.Contains($"Community {site}", received.Header("From"), StringComparison.Ordinal);
            Assert.Contains($"@{site}.example", received.Header("Message-ID"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_same_mail_for_the_third_time_in_ten_minutes_is_held()
    {
        await using var mail = await MailSites.StartAsync();
        var ids = new List<string>();
        for (var i = 0; i < 4; i++)
            ids.Add(await mail.AskAsync("ana@example.org", "Reminder", $"See https://alba.example/pay?token={Guid.NewGuid():N}"));
        await mail.AskAsync("ben@example.org", "Reminder", "See https://alba.example/pay?token=1");
        await mail.DeliverAsync();
        Assert.Equal(3, mail.Server.Received.Count);
        Assert.Equal(2, await mail.CountAsync(MailState.Held));

        mail.Sites.Time.Advance(TimeSpan.FromMinutes(11));
        await mail.AskAsync("ana@example.org", "Reminder", "See https://alba.example/pay?token=2");
        await mail.DeliverAsync();
        Assert.Equal(4, mail.Server.Received.Count);
    }

    [Fact]
    public async Task No_more_leave_within_a_minute_than_the_community_allows()
    {
        await using var mail = await MailSites.StartAsync(settings: settings => settings.PerMinute = 10);
        for (var i = 0; i < 25; i++)
            await mail.AskAsync($"person{i}@example.org");
        await mail.DeliverAsync();
        Assert.Equal(10, mail.Server.Received.Count);
        Assert.Equal(mail.Now.AddMinutes(1), await mail.NextDueAsync());
        await mail.WaitAndDeliverAsync();
        Assert.Equal(20, mail.Server.Received.Count);
        await mail.WaitAndDeliverAsync();
        Assert.Equal(25, mail.Server.Received.Count);
    }

    [Fact]
    public async Task Done_mails_leave_the_database_when_their_time_is_over()
    {
        await using var mail = await MailSites.StartAsync(settings: settings => settings.KeepDays = 7);
        var sent = await mail.AskAsync("ana@example.org", "Secret code", "Your code is 4711");
        await mail.DeliverAsync();
        Assert.Equal(0, await ContentsAsync(mail));
        Assert.Equal(mail.Now.AddDays(7), await mail.NextDueAsync());

        await mail.WaitAndDeliverAsync();
        Assert.Null(await mail.FindAsync(sent));
        Assert.Null(await mail.NextDueAsync());
    }

    [Fact]
    public async Task While_it_waits_its_text_cannot_be_read_in_the_database_and_rights_are_never_shown()
    {
        await using var mail = await MailSites.StartAsync();
        const string Token = "kM3xQ9vT2bL7nR5wZ8yA1c";
        var id = await mail.AskAsync("ana@example.org", "Your invitation", $"Choose a password:\nhttps://alba.example/Invitation?token={Token}\nor https://alba.example/pass/{Token}\n");
        var waiting = (await mail.FindAsync(id))!;
        Assert.Equal("Choose a password:\nhttps://alba.example/Invitation?token=…\nor https://alba.example/pass/…", waiting.Preview.Trim());
        await mail.Server.CloseAsync();
        await mail.DeliverAsync();
        AssertNowhere(mail, Token);

        mail.Server.Open();
        await mail.WaitAndDeliverAsync();
        Assert.Contains(Token, MailSites.Parse(Assert.Single(mail.Server.Received)).TextBody, StringComparison.Ordinal);
        AssertNowhere(mail, Token);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task It_signs_in_over_an_encrypted_line_only(bool fromTheStart)
    {
        await using var mail = await MailSites.StartAsync();
        await using var server = MailServer.Start(tlsFromTheStart: fromTheStart);
        server.Account = ("alba", "geheim ñ");
        await mail.SetAsync("alba", settings => (settings.Port, settings.EncryptionMethod, settings.UserName, settings.CertificateFingerprint) =
            (server.Port, fromTheStart ? SmtpEncryptionMethod.SslTls : SmtpEncryptionMethod.StartTls, "alba", server.Fingerprint));
        await mail.Sites.InAsync("alba", async services =>
        {
            var seal = services.GetRequiredService<MailSeal>();
            await mail.SetAsync("alba", settings => settings.Password = seal.ProtectPassword("geheim ñ"));
        });
        await mail.AskAsync("ana@example.org");
        await mail.DeliverAsync();
        var received = Assert.Single(server.Received);
        Assert.True(received.Encrypted);
        Assert.Equal("alba", received.User);

        // A server that shows another certificate, or none: nothing is told to it.
        await mail.SetAsync("alba", settings => settings.CertificateFingerprint = new string('A', 64));
        await mail.AskAsync("ben@example.org");
        await mail.DeliverAsync();
        await mail.SetAsync("alba", settings => (settings.Port, settings.EncryptionMethod) = (mail.Server.Port, SmtpEncryptionMethod.None));
        mail.Sites.Time.Advance(TimeSpan.FromMinutes(10));
        await mail.DeliverAsync();
        Assert.Single(server.Received);
        Assert.Empty(mail.Server.Received);
        Assert.Equal(1, await mail.CountAsync(MailState.Waiting));
    }

    [Fact]
    public async Task A_wrong_password_stops_the_way_and_not_the_mail()
    {
        await using var mail = await MailSites.StartAsync();
        mail.Server.Account = ("alba", "right");
        var id = await mail.AskAsync("ana@example.org");
        await mail.DeliverAsync();
        Assert.Equal((MailState.Waiting, 0), ((await mail.FindAsync(id))!.State, (await mail.FindAsync(id))!.Attempts));
        Assert.Equal("5.7.0 Authentication required", (await mail.FindAsync(id))!.Problem);
        mail.Server.Account = null;
        await mail.WaitAndDeliverAsync();
        Assert.Single(mail.Server.Received);
    }

    [Theory]
    [InlineData("ana@example.org\r\nBcc: everybody@example.org")]
    [InlineData("ana@example.org\nSubject: else")]
    [InlineData("Ana\r\n <ana@example.org>")]
    [InlineData("\"Ana\u0000\" <ana@example.org>")]
    [InlineData("ana@example.org>\r\nDATA")]
    [InlineData("ana example.org")]
    [InlineData("ana@")]
    [InlineData("@example.org")]
    [InlineData("ana@exa mple.org")]
    [InlineData("ana@-example.org")]
    [InlineData("ana@127.0.0.1")]
    [InlineData("<@relay.example:ana@example.org>")]
    [InlineData("group: ana@example.org, ben@example.org;")]
    [InlineData("")]
    public async Task An_address_that_is_none_is_refused_with_its_field(string address)
    {
        await using var mail = await MailSites.StartAsync();
        foreach (var message in new[]
        {
            new MailMessage { To = address, TextBody = "x" },
            new MailMessage { To = "ok@example.org", Cc = address.Length == 0 ? "no" : address, TextBody = "x" },
            new MailMessage { To = "ok@example.org", ReplyTo = address.Length == 0 ? "no" : address, TextBody = "x" },
            new MailMessage { To = "ok@example.org", From = address.Length == 0 ? "no" : address, TextBody = "x" },
        })
        {
            var result = await mail.AskAsync(message);
            Assert.False(result.Succeeded);
            Assert.Contains(result.Errors.Keys, key => key is "To" or "Cc" or "ReplyTo" or "From");
        }

        await mail.DeliverAsync();
        Assert.Empty(mail.Server.Received);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everybody@example.org\r\n\r\nanother body")]
    [InlineData("Hello\nX-Evil: yes")]
    [InlineData("Hello\u2028X-Evil: yes")]
    [InlineData("Hello\u0000\u0085X-Evil: yes")]
    public async Task No_header_can_be_smuggled_in_by_a_subject_or_a_file_name(string text)
    {
        await using var mail = await MailSites.StartAsync();
        await mail.SetAsync("alba", settings => settings.SenderName = text);
        await mail.AskAsync(new MailMessage
        {
            To = "ana@example.org",
            Subject = text,
            TextBody = "fine",
            Attachments = { new MailMessageAttachment { Filename = text, Stream = new MemoryStream(Encoding.UTF8.GetBytes("x")) } },
        });
        await mail.DeliverAsync();
        var received = Assert.Single(mail.Server.Received);
        Assert.Equal(["ana@example.org"], received.To);
        Assert.Null(received.Header("Bcc"));
        Assert.Null(received.Header("X-Evil"));
        var parsed = MailSites.Parse(received);
        Assert.StartsWith("Hello", parsed.Subject, StringComparison.Ordinal);
        Assert.Equal("fine", parsed.TextBody!.Trim());
        Assert.DoesNotContain(parsed.BodyParts.SelectMany(part => part.Headers), header => header.Field is "Bcc" or "X-Evil");
    }

    [Fact]
    public async Task An_international_domain_is_written_as_the_network_knows_it()
    {
        await using var mail = await MailSites.StartAsync();
        await mail.AskAsync("ana@café-jardín.example");
        await mail.DeliverAsync();
        Assert.Equal(["ana@xn--caf-jardn-d4a3c.example"], Assert.Single(mail.Server.Received).To);
    }

    [Fact]
    public async Task A_community_without_a_mail_server_says_so()
    {
        await using var mail = await MailSites.StartAsync(settings: settings => settings.IsEnabled = false);
        var result = await mail.AskAsync(new MailMessage { To = "ana@example.org", TextBody = "x" });
        Assert.False(result.Succeeded);
        Assert.Null(await mail.NextDueAsync());
    }

    [Fact]
    public async Task A_cancelled_mail_is_not_sent_and_lets_the_next_one_go()
    {
        await using var mail = await MailSites.StartAsync();
        await mail.Server.CloseAsync();
        var first = await mail.AskAsync("ana@example.org", "First");
        await mail.AskAsync("ana@example.org", "Second");
        await mail.DeliverAsync();
        await mail.Sites.InAsync("alba", async services =>
        {
            var session = services.GetRequiredService<ISession>();
            var cancelled = (await session.Query<OutgoingMail, OutgoingMailIndex>(row => row.MailId == first).FirstOrDefaultAsync())!;
            cancelled.End(MailState.Cancelled, mail.Now, 30);
            await session.SaveAsync(cancelled);
            await services.GetRequiredService<Outbox>().TryNowAsync();
        });
        mail.Server.Open();
        await mail.DeliverAsync();
        await mail.WaitAndDeliverAsync();
        Assert.Equal("Second", Assert.Single(mail.Server.Received).Header("Subject"));
    }

    [Fact]
    public async Task T40_of_a_thousand_mails_none_is_lost_and_the_order_is_kept_while_the_server_goes_down_and_refuses()
    {
        const int Mails = 1000;
        await using var mail = await MailSites.StartAsync();
        var random = new Random(40);
        mail.Server.Answers = line => line.StartsWith("RCPT", StringComparison.Ordinal) && random.Next(20) == 0 ? "451 4.7.0 too many, later" : null;
        await mail.Sites.InAsync("alba", async services =>
        {
            var email = services.GetRequiredService<IEmailService>();
            for (var i = 0; i < Mails; i++)
                Assert.True((await email.SendAsync($"person{i % 50}@example.org", $"Number {i}", "Text", isHtmlBody: false)).Succeeded);
        });

        for (var round = 0; round < 400 && await mail.CountAsync(MailState.Waiting) > 0; round++)
        {
            if (round == 2)
                await mail.Server.CloseAsync();
            if (round == 8)
                mail.Server.Open();
            await mail.WaitAndDeliverAsync();
        }

        Assert.Equal(Mails, await mail.CountAsync(MailState.Sent));
        Assert.Equal(Mails, mail.Server.Received.Count);
        AssertInOrder(mail.Server);
    }

    private static void AssertInOrder(MailServer server)
    {
        foreach (var person in server.Received.GroupBy(received => received.To[0].ToUpperInvariant()))
        {
            var numbers = person.Select(received => int.Parse(received.Header("Subject")!.Split(' ')[1])).ToList();
            Assert.Equal(numbers.Order(), numbers);
        }
    }

    private static async Task<int> ContentsAsync(MailSites mail)
    {
        var count = 0;
        await mail.Sites.InAsync("alba", async services => count = await services.GetRequiredService<ISession>().QueryIndex<OutgoingMailContentIndex>().CountAsync());
        return count;
    }

    private static void AssertNowhere(MailSites mail, string token)
    {
        foreach (var file in Directory.EnumerateFiles(mail.Sites.FolderOf("alba"), "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            Assert.DoesNotContain(token, reader.ReadToEnd(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(mail.Sites.Log.Entries, entry => entry.Contains(token, StringComparison.Ordinal));
    }
}
