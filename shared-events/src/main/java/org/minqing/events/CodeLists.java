package org.minqing.events;

import java.util.Optional;
import java.util.stream.Stream;

/** Codes by which persons are described in events. */
public final class CodeLists {
    /** 性别 */
    public static final CodeList SEX = CodeList.of("GB/T 2261.1", """
            0|未知的性别|Unknown
            1|男性|Male
            2|女性|Female
            9|未说明的性别|Not stated
            """);

    /** 政治面貌 */
    public static final CodeList POLITICAL_STATUS = CodeList.of("GB/T 4762", """
            01|中国共产党党员|Member of the Communist Party of China
            02|中国共产党预备党员|Probationary member of the Communist Party of China
            03|中国共产主义青年团团员|Member of the Communist Youth League
            04|中国国民党革命委员会会员|Member of the Revolutionary Committee of the Kuomintang
            05|中国民主同盟盟员|Member of the China Democratic League
            06|中国民主建国会会员|Member of the China National Democratic Construction Association
            07|中国民主促进会会员|Member of the China Association for Promoting Democracy
            08|中国农工民主党党员|Member of the Chinese Peasants and Workers Democratic Party
            09|中国致公党党员|Member of the China Zhi Gong Party
            10|九三学社社员|Member of the Jiusan Society
            11|台湾民主自治同盟盟员|Member of the Taiwan Democratic Self-Government League
            12|无党派人士|Personage without party affiliation
            13|群众|None
            """);

    /** 家庭关系: what somebody is to the head of the household. */
    public static final CodeList RELATION = CodeList.of("GB/T 4761", """
            01|本人|Self
            02|户主|Head of the household
            10|配偶|Spouse
            11|夫|Husband
            12|妻|Wife
            20|子|Son
            21|独生子|Only son
            22|长子|First son
            23|次子|Second son
            24|三子|Third son
            25|四子|Fourth son
            26|五子|Fifth son
            27|养子或继子|Adopted son or stepson
            28|女婿|Son-in-law
            29|其他儿子|Other son
            30|女|Daughter
            31|独生女|Only daughter
            32|长女|First daughter
            33|次女|Second daughter
            34|三女|Third daughter
            35|四女|Fourth daughter
            36|五女|Fifth daughter
            37|养女或继女|Adopted daughter or stepdaughter
            38|儿媳|Daughter-in-law
            39|其他女儿|Other daughter
            40|孙子、孙女或外孙子、外孙女|Grandchild
            41|孙子|Son's son
            42|孙女|Son's daughter
            43|外孙子|Daughter's son
            44|外孙女|Daughter's daughter
            45|孙媳妇或外孙媳妇|Grandson's wife
            46|孙女婿或外孙女婿|Granddaughter's husband
            47|曾孙子或外曾孙子|Great-grandson
            48|曾孙女或外曾孙女|Great-granddaughter
            49|其他孙子、孙女或外孙子、外孙女|Other grandchild
            50|父母|Parent
            51|父亲|Father
            52|母亲|Mother
            53|公公|Husband's father
            54|婆婆|Husband's mother
            55|岳父|Wife's father
            56|岳母|Wife's mother
            57|继父或养父|Stepfather or adoptive father
            58|继母或养母|Stepmother or adoptive mother
            59|其他父母关系|Other parent
            60|祖父母或外祖父母|Grandparent
            61|祖父|Father's father
            62|祖母|Father's mother
            63|外祖父|Mother's father
            64|外祖母|Mother's mother
            65|配偶的祖父母或外祖父母|Spouse's grandparent
            66|曾祖父|Great-grandfather
            67|曾祖母|Great-grandmother
            68|配偶的曾祖父母或外曾祖父母|Spouse's great-grandparent
            69|其他祖父母或外祖父母关系|Other grandparent
            70|兄、弟、姐、妹|Sibling
            71|兄|Elder brother
            72|嫂|Elder brother's wife
            73|弟|Younger brother
            74|弟媳|Younger brother's wife
            75|姐姐|Elder sister
            76|姐夫|Elder sister's husband
            77|妹妹|Younger sister
            78|妹夫|Younger sister's husband
            79|其他兄弟姐妹|Other sibling
            80|其他|Other
            81|伯父|Father's elder brother
            82|伯母|Wife of father's elder brother
            83|叔父|Father's younger brother
            84|婶母|Wife of father's younger brother
            85|舅父|Mother's brother
            86|舅母|Wife of mother's brother
            87|姨父|Husband of mother's sister
            88|姨母|Mother's sister
            89|姑父|Husband of father's sister
            90|姑母|Father's sister
            91|堂兄弟、堂姐妹|Cousin on the father's side
            92|表兄弟、表姐妹|Cousin on the mother's side
            93|侄子|Brother's son
            94|侄女|Brother's daughter
            95|外甥|Sister's son
            96|外甥女|Sister's daughter
            97|其他亲属|Other relative
            99|非亲属|No relative
            """);

    /** 民族 */
    public static final CodeList ETHNIC_GROUP = CodeList.of("GB/T 3304", """
            01|汉族|Han
            02|蒙古族|Mongol
            03|回族|Hui
            04|藏族|Zang (Tibetan)
            05|维吾尔族|Uygur
            06|苗族|Miao
            07|彝族|Yi
            08|壮族|Zhuang
            09|布依族|Buyei
            10|朝鲜族|Chosen (Korean)
            11|满族|Man (Manchu)
            12|侗族|Dong
            13|瑶族|Yao
            14|白族|Bai
            15|土家族|Tujia
            16|哈尼族|Hani
            17|哈萨克族|Kazak
            18|傣族|Dai
            19|黎族|Li
            20|傈僳族|Lisu
            21|佤族|Va
            22|畲族|She
            23|高山族|Gaoshan
            24|拉祜族|Lahu
            25|水族|Sui
            26|东乡族|Dongxiang
            27|纳西族|Naxi
            28|景颇族|Jingpo
            29|柯尔克孜族|Kirgiz
            30|土族|Tu
            31|达斡尔族|Daur
            32|仫佬族|Mulao
            33|羌族|Qiang
            34|布朗族|Blang
            35|撒拉族|Salar
            36|毛南族|Maonan
            37|仡佬族|Gelao
            38|锡伯族|Xibe
            39|阿昌族|Achang
            40|普米族|Pumi
            41|塔吉克族|Tajik
            42|怒族|Nu
            43|乌孜别克族|Uzbek
            44|俄罗斯族|Russ
            45|鄂温克族|Ewenki
            46|德昂族|Deang
            47|保安族|Bonan
            48|裕固族|Yugur
            49|京族|Gin
            50|塔塔尔族|Tatar
            51|独龙族|Derung
            52|鄂伦春族|Oroqen
            53|赫哲族|Hezhen
            54|门巴族|Monba
            55|珞巴族|Lhoba
            56|基诺族|Jino
            97|其他|Other
            98|外国血统中国籍人士|Chinese citizen of foreign descent
            """);

    /** All of them, those of ranks included, by their standard. */
    public static Optional<CodeList> of(String standard) {
        return Stream.of(SEX, POLITICAL_STATUS, RELATION, ETHNIC_GROUP, RankCode.CODES)
                .filter(list -> list.standard().equals(standard))
                .findFirst();
    }

    private CodeLists() {}
}
