using System.Security.Cryptography;
using System.Text;
using BTech.Record.Boxes;
using BTech.Record.Inputs;
using BTech.Testing;
using CsCheck;

namespace BTech.Record.Tests.Boxes;

public sealed class BoxTests
{
    private static readonly Guid Window = Guid.NewGuid();
    private static readonly byte[] Tag = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public void Unlock_WhatWasLocked_IsTheSameContent() =>
        Gen.Byte.Array[0, 4000].Sample(content =>
        {
            using var key = new BoxKey(RandomNumberGenerator.GetBytes(32));
            var box = Box.Lock(key, Window, Tag, content, 32 * 1024);
            return box.Length == 32 * 1024 && Box.Unlock(key, Window, Tag, box).SequenceEqual(content);
        });

    [Fact]
    [Invariant(28)]
    public void Lock_Twice_SharesNoRun()
    {
        using var key = new BoxKey(RandomNumberGenerator.GetBytes(32));
        var first = Box.Lock(key, Window, Tag, "the same"u8, 32 * 1024);
        var second = Box.Lock(key, Window, Tag, "the same"u8, 32 * 1024);
        Assert.NotEqual(first[..12], second[..12]);
        Assert.True(first.AsSpan().IndexOf(second.AsSpan(100, 16)) < 0);
    }

    [Fact]
    public void Unlock_MovedToAnotherRow_Fails()
    {
        using var key = new BoxKey(RandomNumberGenerator.GetBytes(32));
        var box = Box.Lock(key, Window, Tag, "mine"u8, 32 * 1024);
        Assert.ThrowsAny<CryptographicException>(() => Box.Unlock(key, Window, RandomNumberGenerator.GetBytes(32), box));
        Assert.ThrowsAny<CryptographicException>(() => Box.Unlock(key, Guid.NewGuid(), Tag, box));
        box[5000] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => Box.Unlock(key, Window, Tag, box));
    }

    [Fact]
    public void Read_FieldsOfALaterVersion_AreKept()
    {
        const string later = """
            {"v":2,"g":"companies","zz":{"deep":[1,2]},"p":[{"a":{"a":1,"q9":true},"k":1,"n":3,"g":"page","zz":"piece","w":{"t":"old","l":"en","zz":7}}]}
            """;
        var room = Box.Room(32 * 1024);
        var content = BoxContentForm.Read(Compressed(later), room);
        Assert.Equal(SaveStatus.Saved, content.Take(RecordSide.Change("new", seen: 3)).Status);
        Assert.Equal(SaveStatus.Saved, content.Send().Status);

        var again = BoxContentForm.Read(BoxContentForm.Write(content, room)!, room);
        Assert.Equal(2, again.Version);
        Assert.Equal("{\"deep\":[1,2]}", again.Unknown!["zz"].GetRawText());
        var piece = Assert.Single(again.Pieces);
        Assert.Equal("new", piece.Working!.Text);
        Assert.Equal("\"piece\"", piece.Unknown!["zz"].GetRawText());
        Assert.Equal("7", piece.Working.Unknown!["zz"].GetRawText());
        Assert.Equal("7", piece.Sent!.Unknown!["zz"].GetRawText());
        Assert.Equal("true", piece.Place.Unknown!["q9"].GetRawText());
    }

    [Fact]
    public void Take_WhatCannotBeStored_IsRefused() =>
        Assert.All(
            new[] { "a\0b", "half \ud83d", "\udc00 low", "\ud83dx" },
            text => Assert.Equal(SaveStatus.Unreadable, new BoxContent().Take(RecordSide.Change(text)).Status));

    [Fact]
    public void Take_AnyText_IsKeptInNfcWithLf()
    {
        var content = new BoxContent();
        content.Take(RecordSide.Change("Cafe\u0301\r\nзвук\r😀"));
        Assert.Equal("Café\nзвук\n😀", Assert.Single(content.Pieces).Working!.Text);
    }

    [Fact]
    public void Take_OverTheLimit_IsTooLong() =>
        Assert.Equal(SaveStatus.TooLong, new BoxContent().Take(RecordSide.Change(new string('x', PieceText.MaxLength + 1))).Status);

    [Fact]
    public void FollowUpCode_TypedCarelessly_IsRead()
    {
        var code = FollowUpCode.New();
        var shown = code.ToString();
        Assert.True(FollowUpCode.TryParse(shown.ToLowerInvariant().Replace('0', 'o').Replace('1', 'l').Replace('-', ' '), out var typed));
        Assert.Equal(code.Root(), typed.Root());
        Assert.NotEqual(code.Root(), FollowUpCode.New().Root());
    }

    [Fact]
    public void FollowUpCode_AnySingleMistake_IsRefused() =>
        Gen.Select(Gen.Int[0, 25], Gen.Int[1, 31]).Sample((at, shift) =>
        {
            const string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
            var shown = FollowUpCode.New().ToString().Replace("-", "").ToCharArray();
            shown[at] = alphabet[(alphabet.IndexOf(shown[at]) + shift) % 32];
            return !FollowUpCode.TryParse(new string(shown), out _);
        });

    private static byte[] Compressed(string json)
    {
        var plain = Encoding.UTF8.GetBytes(json);
        var bytes = new byte[4000];
        System.IO.Compression.BrotliEncoder.TryCompress(plain, bytes.AsSpan(4), out var written);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(bytes, plain.Length);
        return bytes[..(4 + written)];
    }
}
