using Switchhook.Web.Provisioning.Vendors;

namespace Switchhook.Tests.Web.Provisioning;

/// <summary>
/// The settings that a vendor's document names, of those that the box may write: a number in a name stands as <c>#</c>. A name that is not
/// here is a slip, or must be looked up and added.
/// </summary>
/// <param name="Source">The document.</param>
/// <param name="Names">Names of keys, elements and attributes.</param>
/// <param name="Required">What each file of settings must have, with the sample value that it must carry.</param>
internal sealed record VendorDocument(string Source, string Names, string Required)
{
    public static IReadOnlyDictionary<Vendor, VendorDocument> All { get; } = new Dictionary<Vendor, VendorDocument>
    {
        [Vendor.Yealink] = new(
            "Yealink SIP IP Phones Auto Provisioning Guide V81; Administrator Guide V83 for static.*",
            """
            account.#.enable account.#.label account.#.display_name account.#.user_name account.#.auth_name account.#.password
            account.#.sip_server.#.address account.#.sip_server.#.port account.#.sip_server.#.transport_type
            account.#.sip_server.#.expires account.#.codec.pcmu.enable account.#.codec.pcmu.priority account.#.codec.pcma.enable
            account.#.codec.pcma.priority account.#.codec.g#.enable account.#.codec.g#.priority account.#.codec.opus.enable
            account.#.dtmf.type account.#.dtmf.info_type account.#.srtp_encryption static.security.trust_certificates
            local_time.ntp_server# local_time.time_zone local_time.summer_time local_time.dst_time_type local_time.start_time
            local_time.end_time local_time.offset_time lang.gui voice.tone.country
            linekey.#.type linekey.#.line linekey.#.value linekey.#.label
            """,
            """
            account.1.enable=1 account.1.user_name=105 account.1.auth_name=105 account.1.display_name=Laboratory
            account.1.password=bcdfghjkmnpqrstvwxz2 account.1.sip_server.1.address=192.0.2.1 account.1.sip_server.1.port=5060
            account.1.sip_server.1.transport_type=0 account.1.sip_server.1.expires=900 account.1.codec.pcmu.priority=1
            account.1.codec.pcma.priority=2 account.1.codec.g722.priority=3 account.1.dtmf.type=1 account.1.srtp_encryption=0
            local_time.time_zone=-6 local_time.start_time=3/2/7/2 local_time.end_time=11/1/7/2 local_time.ntp_server1=pool.ntp.org
            linekey.2.type=16 linekey.2.value=101
            """),
        [Vendor.Grandstream] = new(
            "Grandstream configuration template GXP21xx (config-template), XML Config File Provisioning Guide",
            "gs_provision config version P#",
            """
            P271=1 P47=192.0.2.1:5060 P35=105 P36=105 P34=bcdfghjkmnpqrstvwxz2 P3=Laboratory P32=15 P130=0 P57=0 P58=8 P59=9 P46=9
            P2301=0 P2302=1 P2303=0 P183=0 P30=pool.ntp.org P64=customize P246=STD6DST5,M3.2.0/2,M11.1.0/2 P1362=en P323=1 P303=101
            """),
        [Vendor.Poly] = new(
            "Polycom UC Software 5.9 Administrator Guide; Poly Voice Software Parameter Reference Guide",
            """
            APPLICATION APP_FILE_PATH CONFIG_FILES MISC_FILES LOG_FILE_DIRECTORY OVERRIDES_DIRECTORY CONTACTS_DIRECTORY
            polycomConfig reg voice sound tcpIpApp lcl attendant
            reg.#.address reg.#.label reg.#.displayName reg.#.auth.userId reg.#.auth.password reg.#.server.#.address reg.#.server.#.port
            reg.#.server.#.transport reg.#.server.#.register reg.#.server.#.expires
            voice.codecPref.G#_Mu voice.codecPref.G#_A voice.codecPref.G# voice.codecPref.G#_AB voice.codecPref.G#.#kbps
            voice.codecPref.Opus tone.dtmf.viaRtp tone.dtmf.rfc#Control voIpProt.SIP.dtmfViaSignaling.rfc#
            sec.srtp.enable sec.srtp.offer sec.srtp.require
            tcpIpApp.sntp.address tcpIpApp.sntp.gmtOffset tcpIpApp.sntp.gmtOffset.overrideDHCP tcpIpApp.sntp.daylightSavings.enable
            tcpIpApp.sntp.daylightSavings.fixedDayEnable tcpIpApp.sntp.daylightSavings.start.month
            tcpIpApp.sntp.daylightSavings.start.date tcpIpApp.sntp.daylightSavings.start.dayOfWeek
            tcpIpApp.sntp.daylightSavings.start.dayOfWeek.lastInMonth tcpIpApp.sntp.daylightSavings.start.time
            tcpIpApp.sntp.daylightSavings.stop.month tcpIpApp.sntp.daylightSavings.stop.date
            tcpIpApp.sntp.daylightSavings.stop.dayOfWeek tcpIpApp.sntp.daylightSavings.stop.dayOfWeek.lastInMonth
            tcpIpApp.sntp.daylightSavings.stop.time lcl.ml.lang
            attendant.resourceList.#.address attendant.resourceList.#.label attendant.resourceList.#.type
            """,
            """
            reg.1.address=105 reg.1.displayName=Laboratory reg.1.auth.userId=105 reg.1.auth.password=bcdfghjkmnpqrstvwxz2
            reg.1.server.1.address=192.0.2.1 reg.1.server.1.port=5060 reg.1.server.1.transport=UDPOnly reg.1.server.1.expires=900
            voice.codecPref.G711_Mu=1 voice.codecPref.G711_A=2 voice.codecPref.G722=3 tone.dtmf.rfc2833Control=1 sec.srtp.enable=0
            tcpIpApp.sntp.address=pool.ntp.org tcpIpApp.sntp.gmtOffset=-21600 tcpIpApp.sntp.daylightSavings.start.date=8
            tcpIpApp.sntp.daylightSavings.stop.date=1 lcl.ml.lang=English_United_States attendant.resourceList.1.address=101
            """),
        [Vendor.Snom] = new(
            "Snom Service Hub, Settings and Phone function keys (service.snom.com)",
            """
            settings phone-settings functionKeys fkey idx perm context label
            user_active user_realname user_idle_text user_name user_pname user_pass user_host user_outbound user_expiry
            tls_server_authentication codec_priority_list user_dtmf_info user_srtp user_savp user_auth_tag
            ntp_server timezone utc_offset dst language tone_scheme
            """,
            """
            user_active=on user_realname=Laboratory user_name=105 user_pname=105 user_pass=bcdfghjkmnpqrstvwxz2 user_host=192.0.2.1
            user_outbound=192.0.2.1:5060;transport=udp user_expiry=900 codec_priority_list=pcmu,pcma,g722,telephone-event
            user_dtmf_info=off user_srtp=off user_savp=off ntp_server=pool.ntp.org utc_offset=-21600 language=English tone_scheme=USA
            """),
        [Vendor.Fanvil] = new(
            "Fanvil Auto Provision manual, and the XML that an X4 and a V64 export",
            """
            sysConf Version sip line index phone display date dsskey dssSide Fkey
            PhoneNumber DisplayName RegisterAddr RegisterPort RegisterUser RegisterPswd RegisterTTL EnableReg Transport
            VoiceCodecMap DTMFMode MediaCrypto DefaultLanguage EnableSNTP SNTPServer TimeZone TimeZoneName EnableDST DSTFixedType
            DSTMinOffset DSTStartMon DSTStartWeek DSTStartWday DSTStartHour DSTEndMon DSTEndWeek DSTEndWday DSTEndHour
            Type Value Title
            """,
            """
            PhoneNumber=105 DisplayName=Laboratory RegisterAddr=192.0.2.1 RegisterPort=5060 RegisterUser=105
            RegisterPswd=bcdfghjkmnpqrstvwxz2 RegisterTTL=900 EnableReg=1 Transport=0 VoiceCodecMap=PCMU,PCMA,G722 DTMFMode=1
            MediaCrypto=0 DefaultLanguage=en SNTPServer=pool.ntp.org TimeZone=-24 TimeZoneName=UTC-6 DSTStartMon=3 DSTEndMon=11
            """),
        [Vendor.CiscoSpa] = new(
            "Cisco Small Business SPA300 and SPA500 Series Provisioning Guide; Administration Guide 7.5",
            """
            flat-profile Line_Enable_#_ Proxy_#_ SIP_Transport_#_ Register_#_ Register_Expires_#_ Display_Name_#_ User_ID_#_ Password_#_
            Use_Auth_ID_#_ Auth_ID_#_ Short_Name_#_ Extension_#_ Extended_Function_#_ Preferred_Codec_#_ Second_Preferred_Codec_#_
            Third_Preferred_Codec_#_ Use_Pref_Codec_Only_#_ DTMF_Tx_Method_#_ SRTP_Method Secure_Call_Setting Primary_NTP_Server
            Time_Zone Daylight_Saving_Time_Enable Daylight_Saving_Time_Rule
            """,
            """
            Proxy_1_=192.0.2.1:5060 SIP_Transport_1_=UDP Register_1_=Yes Register_Expires_1_=900 Display_Name_1_=Laboratory
            User_ID_1_=105 Auth_ID_1_=105 Password_1_=bcdfghjkmnpqrstvwxz2 Preferred_Codec_1_=G711u Second_Preferred_Codec_1_=G711a
            Third_Preferred_Codec_1_=G722 DTMF_Tx_Method_1_=Auto Secure_Call_Setting=No Primary_NTP_Server=pool.ntp.org
            Time_Zone=GMT-06:00 Daylight_Saving_Time_Rule=start=3/8/7/2:0:0;end=11/1/7/2:0:0;save=1:0:0
            """),
        [Vendor.Linphone] = new(
            "Linphone wiki, Remote Provisioning; liblinphone, Provisioning configuration keys",
            """
            config section entry name overwrite
            default_proxy media_encryption media_encryption_mandatory use_rfc# use_info verify_server_certs verify_server_cn
            reg_proxy reg_identity realm reg_expires reg_sendregister publish username userid passwd domain mime rate channels enabled
            """,
            """
            reg_proxy=<sip:192.0.2.1:5060;transport=udp> username=105 userid=105 passwd=bcdfghjkmnpqrstvwxz2 realm=switchhook
            reg_expires=900 media_encryption=none use_rfc2833=1 use_info=0 mime=PCMU
            """),
    };

    /// <summary>The names.</summary>
    public IReadOnlySet<string> NameSet =>
        Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);

    /// <summary>The required values of <see cref="SamplePhones.Plain"/>, as <c>name=value</c>.</summary>
    public IReadOnlyList<string> RequiredPairs => Required.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
