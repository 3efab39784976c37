//! Vietnamese: what furniture says.

use super::Phrases;
use crate::article::Why;
use crate::text::boilerplate::pitch::Pitch;

pub(super) const PHRASES: Phrases = Phrases {
    language: "vi",
    anywhere: &[
        (
            Why::Newsletter,
            &["^đăng ký nhận", "^nhận bản tin", "^bản tin$", "^tải ứng dụng", "^email của bạn"],
        ),
        (
            Why::Consent,
            &["^chúng tôi sử dụng cookie", "^trang web này sử dụng", "^chấp nhận", "^chính sách bảo mật"],
        ),
        (
            Why::Share,
            &[
                "^chia sẻ",
                "^sao chép liên kết",
                "^in bài",
                "^theo dõi chúng tôi",
                "^theo dõi*trên",
                "^lưu$",
                "^lưu bài",
                "^nghe bài",
            ],
        ),
        (
            Why::ReadAlso,
            &[
                "^xem thêm",
                "^đọc thêm",
                "^tin liên quan",
                "^bài liên quan",
                "^tin cùng chuyên mục",
                "^cùng chuyên mục",
                "^đọc nhiều",
                "^tin mới",
                "^mới nhất",
                "^tin nổi bật",
                "^có thể bạn quan tâm",
                "^đọc tiếp",
                "^xem tiếp",
                "^bài viết liên quan",
                "^tin khác",
                "^về trang chủ",
                "^>> xem",
            ],
        ),
        (Why::Advertisement, &["^quảng cáo"]),
        (
            Why::Comments,
            &["^bình luận", "^gửi bình luận", "^ý kiến", "^viết bình luận", "^xem tất cả*bình luận"],
        ),
        (Why::Copyright, &["^bản quyền", "^ghi rõ nguồn", "^giấy phép"]),
        (Why::Credit, &["^ảnh:", "^ảnh minh họa", "^nguồn ảnh", "^nguồn:", "^đồ họa:"]),
        (Why::Tags, &["^từ khóa", "^chủ đề:", "^thẻ:", "^tags"]),
        (Why::Paywall, &["^dành cho thuê bao", "^đăng nhập để đọc", "^mua gói"]),
        (Why::Poster, &["^biên tập:", "^gửi tin bài", "^góp ý"]),
        (Why::DateLine, &["^cập nhật", "^thời gian đọc", "^đăng lúc"]),
    ],
    edges: &[
        (
            Why::Navigation,
            &[
                "^trang chủ$",
                "^đăng nhập$",
                "^đăng ký$",
                "^tìm kiếm$",
                "^menu$",
                "^liên hệ$",
                "^giới thiệu$",
                "^tòa soạn$",
            ],
        ),
        (Why::ReadAlso, &["^tin tức$"]),
    ],
};

pub(super) const PITCHES: &[Pitch] = &[Pitch {
    language: "vi",
    why: Why::Newsletter,
    things: &["bản tin", "ứng dụng", "email", "zalo", "kênh"],
    asks: &["đăng ký", "tải", "theo dõi", "nhận"],
    opens: &["đừng bỏ lỡ"],
}];
