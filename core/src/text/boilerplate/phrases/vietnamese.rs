//! Vietnamese: what furniture says.

use super::Phrases;
use crate::article::Why;
use crate::text::boilerplate::pitch::Pitch;

pub(super) const PHRASES: Phrases = Phrases {
    language: "vi",
    anywhere: &[
        (
            Why::Newsletter,
            lines!["^đăng ký nhận", "^nhận bản tin", "^bản tin$", "^tải ứng dụng", "^email của bạn"],
        ),
        (
            Why::Consent,
            lines![
                "^chúng tôi sử dụng cookie",
                "^trang web này sử dụng",
                "^chấp nhận",
                "^chính sách bảo mật"
            ],
        ),
        (
            Why::Share,
            lines![
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
            lines![
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
        (Why::Advertisement, lines!["^quảng cáo"]),
        (
            Why::Comments,
            lines!["^bình luận", "^gửi bình luận", "^ý kiến", "^viết bình luận", "^xem tất cả*bình luận"],
        ),
        (Why::Copyright, lines!["^bản quyền", "^ghi rõ nguồn", "^giấy phép"]),
        (Why::Credit, lines!["^ảnh:", "^ảnh minh họa", "^nguồn ảnh", "^nguồn:", "^đồ họa:"]),
        (Why::Tags, lines!["^từ khóa", "^chủ đề:", "^thẻ:", "^tags"]),
        (Why::Paywall, lines!["^dành cho thuê bao", "^đăng nhập để đọc", "^mua gói"]),
        (Why::Poster, lines!["^biên tập:", "^gửi tin bài", "^góp ý"]),
        (Why::DateLine, lines!["^cập nhật", "^thời gian đọc", "^đăng lúc"]),
    ],
    edges: &[
        (
            Why::Navigation,
            lines![
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
        (Why::ReadAlso, lines!["^tin tức$"]),
    ],
};

pub(super) const PITCHES: &[Pitch] = &[Pitch {
    language: "vi",
    why: Why::Newsletter,
    things: lines!["bản tin", "ứng dụng", "email", "zalo", "kênh"],
    asks: lines!["đăng ký", "tải", "theo dõi", "nhận"],
    opens: lines!["đừng bỏ lỡ"],
}];
