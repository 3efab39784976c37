//! Indonesian.

use super::{Class, Order, Table};

pub(super) const TABLE: Table = Table {
    order: Order::SubjectFirst,
    clitics: &["nya"],
    adverb_endings: &[],
    verb_endings: &[],
    gerund_endings: &[],
    elides: false,
    capital_nouns: false,
    first_names: true,
    words: &[
        (
            Class::SAYS.and(Class::CARRIES),
            "kata ujar tutur ucap tambah ungkap jelas papar tegas terang lanjut lapor tulis harap imbuh pesan
             pungkas tandas aku bantah beber canda cerita cuit duga jawab kecam keluh kenang kilah kisah kutip
             pinta puji sahut sambung sanggah sebut seru simpul tanya teriak terka timpal tuding tukas urai
             tuturkan ungkapkan sesal ajak imbau nilai klaim tantang gerutu gumam lontar cetus tekan papar",
        ),
        (
            Class::SAYS,
            "mengatakan menyatakan menambahkan menjelaskan menulis menuliskan menyapa berharap berkata berpesan
             bertanya berteriak bertutur berujar melanjutkan melaporkan memaparkan membantah meminta
             memperingatkan memuji menandaskan menanggapi mencuit mendesak menegaskan menegur menekankan mengaku
             mengecam mengimbau mengimbuhkan mengingatkan mengklaim mengumumkan mengungkapkan mengutip menilai
             menjawab menuturkan menyampaikan menyebut menyebutkan menyerukan menyindir menceritakan mengisahkan
             menerangkan menguraikan mengucapkan mengemukakan menyesalkan menyimpulkan menyoroti berseru
             berpendapat beralasan bercerita berjanji bersumpah memastikan menyanggah menepis menginformasikan
             memberitahukan mengharapkan mengajak menyarankan mengusulkan mengakui mengeluhkan meyakini
             meyakinkan menimpali menyahut berkomentar mengomentari berdalih berkilah menyergah membeberkan
             membenarkan dikatakan diungkapkan dituturkan dijelaskan ditegaskan disampaikan diucapkan",
        ),
        (
            Class::LABELS,
            "menuduh menuntut menyalahkan menuding menjuluki menamai menganggap menolak mengkritik menggambarkan
             menyerang membela mendukung memandang menyambut mengusung mengusulkan menyuarakan menyebutnya
             memprotes mencela mengutuk mendorong menyerukan serukan desak tuntut sebut minta",
        ),
        (Class::SAYING, "dengan_mengatakan sambil_berkata seraya_berkata sambil_mengatakan seraya_mengatakan"),
        (
            Class::SOURCE.and(Class::CARRIES),
            "menurut sebagaimana_dikatakan seperti_dikatakan seperti_disampaikan
             sebagaimana_disampaikan seperti_dikutip_dari",
        ),
        (
            Class::AUX,
            "telah sudah akan sedang belum bisa dapat harus masih pernah ingin mau hendak tengah tetap",
        ),
        (
            Class::VERB,
            "adalah ialah merupakan menjadi ada memiliki mempunyai punya membuat melakukan memberi
             memberikan mengambil datang pergi tiba hadir mengumumkan menggelar membahas terjadi mulai berada",
        ),
        (Class::HE.and(Class::SHE), "dia ia beliau"),
        (Class::THEY, "mereka kami kita saya aku anda keduanya ketiganya"),
        (Class::ARTICLE, "sang si para seorang sebuah seekor salah_satu beberapa sejumlah"),
        (
            Class::PREPOSITION,
            "di ke dari pada dalam dengan untuk kepada oleh melalui terhadap tentang soal atas bagi antara
             sejak hingga sampai usai seusai setelah sebelum selama saat ketika lewat via terkait mengenai
             bersama seputar menjelang akibat karena sebagai seraya sambil sembari di_sela-sela guna demi tanpa
             menyusul dikutip dihubungi ditemui disela",
        ),
        (Class::OF, "dari di untuk bidang urusan atas"),
        (Class::BY, "oleh"),
        (Class::AS, "seperti sebagaimana"),
        (Class::LIKE, "sebagai"),
        (Class::NAMED, "dikenal"),
        (Class::AND, "dan atau tetapi tapi serta namun melainkan lalu kemudian sedangkan"),
        (
            Class::THAT,
            "bahwa jika bila kalau apabila ketika saat agar supaya karena sebab meski meskipun walaupun walau
             sehingga sementara setelah sebelum usai sejak sambil seraya sembari",
        ),
        (Class::WHO, "yang"),
        (
            Class::ADVERB,
            "juga lagi pun kemudian lalu sebelumnya selanjutnya selain_itu sementara_itu namun akhirnya kembali
             tidak bukan hanya saja begitu demikian di_sisi_lain sementara bahkan sempat lebih_lanjut lantas
             secara terpisah adapun apalagi sekaligus tak turut langsung",
        ),
        (
            Class::TIME,
            "senin selasa rabu kamis jumat jum'at sabtu minggu ahad januari februari maret april mei juni juli
             agustus september oktober november desember",
        ),
        (
            Class::WHEN,
            "kemarin hari pagi siang sore malam pekan bulan tahun",
        ),
        (
            Class::TITLE,
            "presiden wakil ketua menteri perdana gubernur bupati wali wali_kota walikota kepala direktur jenderal
             sekretaris juru_bicara jubir manajer anggota komisioner komisaris brigadir ajun letnan kolonel mayor
             kapten inspektur irjen brigjen kombes akbp kompol iptu ipda aipda bripka jaksa hakim profesor prof dr
             doktor haji kiai kyai ustaz ustad ustadz pendeta pastor uskup pak bu bapak ibu tuan nyonya pengamat
             peneliti dosen guru_besar guru rektor dekan dirjen sekjen kapolri kapolda kapolres kapolsek panglima
             ketum ketua_umum koordinator duta_besar dubes pelatih pakar ahli analis aktivis penasihat pengacara
             kuasa_hukum penyidik mantan eks pelaksana_tugas plt deputi asisten staf staf_khusus raja ratu pangeran
             sultan paus camat lurah warga komjen ekonom direktur_jenderal direktur_utama ketua_harian bendahara
             pendiri pemilik penulis sutradara artis aktor penyanyi jurnalis wartawan",
        ),
        (
            Class::OFFICE,
            "utama besar agung umum harian eksekutif polisi pertahanan keuangan kesehatan pendidikan perdagangan
             perhubungan pertanian luar dalam negeri hukum sosial agama energi pertanahan tenaga kerja kehutanan
             kelautan perikanan pariwisata koordinator bidang",
        ),
        (Class::MAN, "pak bapak tuan raja pangeran sultan"),
        (Class::WOMAN, "bu ibu nyonya ratu"),
        (
            Class::BODY,
            "puskesmas solidaritas operasi satuan gugus kampus sekolah lapas kementerian badan dewan komisi partai universitas institut lembaga dinas kepolisian polda polres polri
             tni pt bank yayasan asosiasi himpunan ikatan organisasi pemerintah kantor majelis mahkamah kejaksaan
             pengadilan rumah sakit negara republik provinsi kabupaten kota jalan gedung stasiun bandara
             pelabuhan fraksi komite perusahaan perserikatan uni bangsa koran harian kremlin gerakan persatuan
             forum jaringan pusat tim satuan satgas",
        ),
        (Class::PARTICLE, "bin binti al el van de"),
        (Class::SHORT, "dr prof drs ir h hj rp no jl tn ny kh st sh mr mrs plt"),
        (Class::WORDS, "pernyataan keterangan cuitan surat pidato unggahan siaran_pers"),
        (Class::SOMEBODY.and(Class::MAN), "lelaki laki-laki pria kakek"),
        (Class::SOMEBODY.and(Class::WOMAN), "perempuan wanita nenek"),
        (Class::DEFINITE, "itu tersebut"),
        (Class::ME, "saya aku"),
        (
            Class::TITLE,
            "mbak mas pensiunan bidan nakhoda petani
             nelayan pedagang penjaga tukang mandor juragan pustakawan seniman pelukis pemahat dalang sopir
             masinis perawat apoteker arkeolog sejarawan budayawan",
        ),
        (Class::BODY, "tentara pasukan militer armada koperasi"),
    ],
};
